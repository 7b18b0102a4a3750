import { plain } from './names.ts';

/** "page", alone or with words to pass on. */
export interface SpokenCall {
  readonly words: string | null;
  /** False when "page …" is a sentence about some page of a book or a screen. */
  readonly isCertain: boolean;
}

const manners =
  '(?:please|pls|hi|hey|hello|ok|okay|now|so|handrail|can you|could you|would you|just|thanks|thank you|asap|quick|quickly|right away|immediately|at once|here|to help|for help|for us|for me|again|already)';
const people =
  '(?:a |an |any |some |my |our |the |real |live )*(?:person|human|(?:some|any) ?(?:one|body)|advocate|people|engineer|consultant|being|agent|manager)';

/** Whole messages that call a human and can mean nothing else, whoever they were said to. */
const bareCalls = [
  /^(?:page|sos)(?: (?:me|us|them|now|help))*$/,
  new RegExp(`^(?:get|fetch|page|send|wake)(?: me| us)? ${people}$`),
  /^(?:person|human|a person|a human)$/,
];

/**
 * The call in "page", "page: the ledger is down", "page the ledger is down" or "fetch someone", which always
 * calls a human; null when there is none.
 */
export function readPageCall(text: string): SpokenCall | null {
  const bare = withoutManners(plain(text));
  if (bareCalls.some(call => call.test(bare))) return { words: null, isCertain: true };
  const found = /^\s*(?:please\s+|handrail\s+)*page\b\s*([:,.;!–—-]*)\s*(.+)$/isu.exec(text);
  const words = found?.[2]?.trim().replace(namedPeople, '');
  if (!words) return null;
  return { words, isCertain: found?.[1] !== '' || !aboutSomePage.test(words) };
}

/** Whoever comes first in "page someone, the ledger is down" is not what it is about. */
const namedPeople = new RegExp(`^${people}\\b[\\s,:;.–—-]+`, 'i');

function withoutManners(said: string): string {
  return said
    .replace(new RegExp(`^(?:${manners} )+`), '')
    .replace(new RegExp(`(?: ${manners})+$`), '');
}

/** What follows the word where it means a sheet or a screen: "page 4 of the manual", "page won't load". */
const aboutSomePage =
  /^(?:\d|(?:one|two|three|four|five|six|last|first|of|is|was|were|isn|wasn|won|will|would|does|doesn|did|didn|has|hasn|had|keeps?|stays|still|loads?|loading|not|cannot|can|can't|couldn|shows?|says|titles?|numbers?|size|layout|breaks?|headers?|footers?|views?|me|us|in|by|after|which|or|errors?|comes|came|looks|takes|took|times|crashe[sd]|freezes|hangs|opens?|goes|up|down)\b)/i;

const cries = [
  /^(?:i |we )?(?:(?:really |badly )?need (?:some |your )?)?help(?: (?:me|us|help))*$/,
  /^(?:can|could|will|would|does) (?:any ?(?:one|body)|some ?(?:one|body)|you) help(?: (?:me|us))?$/,
  /^(?:is |are |hello |hi )*(?:any ?(?:one|body)|some ?(?:one|body)|you)(?: (?:still|even|out|really))* (?:there|here|around|awake|listening|reading(?: this)?|with (?:me|us))$/,
  /^(?:hello |hi |is )*(?:any ?(?:one|body))$/,
];

/** "Help", "is anybody there??": somebody calls out, and does not say what for. */
export function isCallForHelp(text: string): boolean {
  const said = plain(text);
  const bare = withoutManners(said);
  return cries.some(cry => cry.test(said) || cry.test(bare));
}
