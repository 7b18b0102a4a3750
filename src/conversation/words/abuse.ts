/** A message of somebody who forgot themselves: whether it insults, and what is left to read without that. */
export interface Calmed {
  readonly isAbuse: boolean;
  /** Somebody is threatened in it. */
  readonly isThreat: boolean;
  /** What they said besides, with "…" where something was left out; empty when there was nothing besides. */
  readonly calm: string;
}

const fools =
  '(?:idiot|moron|imbecile|cretin|fool|clown|bastard|ass-?hole|arsehole|dick-?head|prick|wanker|twat|cunt|bitch|retard|jerk|muppet|parasite|crook|liar|loser|dumbass|scumbag)(?:s|es)?|thieves|scum';
const foolish =
  'stupid|dumb|idiotic|moronic|useless|incompetent|pathetic|worthless|brainless|braindead|retarded|clueless|disgusting|bloody|fucking|damn|lazy|complete|utter|total|absolute|big|fat';
const you = "(?:you(?: guys| people| lot| all)?(?:['’]re| are| were)?|u r|ur)";
const theirPeople = 'your (?:\\w+ )?(?:team|people|staff|engineers?|colleagues?) (?:is|are)';
const yours = 'your (?:\\w+ )?(?:team|people|staff|support|engineers?|colleagues?|lot|company)';

const threats =
  /\bi(?:['’]ll| will|['’]m going to|['’]m gonna| swear i['’]ll) (?:\w+ )?(?:kill|hurt|beat|punch|strangle|smash|destroy) (?:you|him|her|every one of you)\b(?: all)?|\bi know where (?:you|they) live\b/giu;

/** Insults, threats and curses that are aimed at somebody. What is called useless is criticism; who is called so is not. */
const aimed: readonly RegExp[] = [
  new RegExp(
    `\\b(?:${you}|${yours} (?:is|are)) (?:(?:all|just|such|nothing but|such a|a|an|the|lot of|(?:a )?(?:bunch|pack|load|set) of|${foolish}) )*(?:${fools})\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:${you}|${theirPeople}) (?:(?:all|just|so|really|completely|totally|utterly|fucking|bloody) )*(?:stupid|dumb|idiotic|useless|incompetent|pathetic|worthless|brainless|braindead|retarded|disgusting)\\b(?! at\\b)(?: (?:${fools}|people|lot))?`,
    'giu',
  ),
  new RegExp(`\\b(?:(?:a )?(?:bunch|pack|load|set) of) (?:(?:${foolish}) )*(?:${fools})\\b`, 'giu'),
  new RegExp(`(?<=^|[.!?,;:] *)(?:(?:${foolish}|what) )*(?:${fools})(?= *(?:[.!?,;]|$))`, 'giu'),
  new RegExp(`\\b[A-Z]\\p{L}+ is (?:such |really |just )*an? (?:\\p{L}+ )?(?:${fools})\\b`, 'gu'),
  /\byour (?:(?:stupid|idiotic|incompetent|pathetic|brainless|clueless|fucking) )+(?=(?:team|people|staff|support|engineers?|colleagues?|lot)\b)/giu,
  /\b(?:fuck|screw) (?:you|off|yourself|yourselves|the lot of you)\b(?: all)?|\bgo to hell\b|\bpiss off\b|\bdrop dead\b|\bshut (?:the \w+ )?up\b|\bkill yourself\b/giu,
  threats,
  /(?:(?<=^|[.!?,;:] *)|\b(?:ihr|du|sie) (?:\p{L}+ ){0,2})(?:vollidiot|idiot|trottel|arschl[oö]ch|depp|penner|wichser|hurensohn|schwachkopf|versager)(?:e[nrs]?|er|en)?\b|\bfick(?:t)? (?:dich|euch)\b|\bverpiss(?:t)? (?:dich|euch)\b|\bhalt(?:et)? die (?:fresse|klappe)\b|\bleck(?:t)? mich\b/giu,
  /\b(?:bande d['’e] ?)?(?:connard|abruti|cr[eé]tin|imb[eé]cile|salaud|encul[eé])s?\b|\bva te faire \p{L}+|\b(?:ta|vos) gueules?\b/giu,
  /(?:(?<=^|[.!?,;:] *)|\b(?:sois|son|eres|vocês são|siete) (?:unos |todos |um bando de )?)(?:gilipollas|imb[eé]cil(?:es|i)?|cabr[oó]n(?:es)?|idiotas?|stronz[oi]|coglion[ei])\b|\bhijos? de puta\b|\bvete a la mierda\b|\bj[oó]dete\b|\bfilhos? da puta\b|\bvai se f[ou]der\b|\bvaffanculo\b|\bklootzak(?:ken)?\b/giu,
];

/** Somebody else's, or said of oneself, or denied: nobody here is insulted. */
const spared =
  /\b(?:not|no|never|isn['’]t|aren['’]t|our|my|i['’]m|i am|we['’]re|we are|feel like|like) (?:\w+ ){0,2}$/iu;
/** What stands beside an insult and says nothing by itself. */
const hollow =
  /^(?:[\s….,;:!?"'“”()-]|\b(?:you|your|are|is|and|but|so|just|all|really|what|such|a|an|the|people|lot|of|guys|there|oh|hey|now|again|seriously|honestly|bloody|damn|fucking|fuck|shit|ihr|seid|sie|sind|vous|êtes|alle|alles|tous)\b)*$/iu;
const curses =
  /\b(?:fuck(?:ing|ed)?|god-?damn(?:ed)?|damn(?:ed)?|bloody|shitty|bullshit|shit|schei(?:ß|ss)\p{L}*|verdammt\p{L}*|putain|merde) ?/giu;

/** Reads a message for insults, and gives back what it says besides them, in its own words and order. */
export function calmed(text: string): Calmed {
  let isAbuse = false;
  let left = text;
  for (const pattern of aimed)
    left = left.replace(pattern, (found, ...rest) => {
      const at: unknown = rest.find(part => typeof part === 'number');
      const before = typeof at === 'number' ? left.slice(0, at) : '';
      if (spared.test(before)) return found;
      isAbuse = true;
      return '…';
    });
  if (!isAbuse) return { isAbuse, isThreat: false, calm: text };
  const isThreat = text.search(threats) >= 0;
  const parts = left.replace(curses, '').split(/(?<=[.!?;,\n])/u);
  const calm = parts.map(part => (hollow.test(part) ? '…' : part.trim())).join(' ');
  return { isAbuse, isThreat, calm: tidied(calm) };
}

function tidied(calm: string): string {
  const one = calm
    .replace(/!+/g, '.')
    .replace(/(?:…[\s,;.]*)+/g, '… ')
    .replace(/\s+/g, ' ')
    .replace(/([.!?])\s*…\s*$/, '$1')
    .trim();
  return /[\p{L}\p{N}]/u.test(one) ? one : '';
}
