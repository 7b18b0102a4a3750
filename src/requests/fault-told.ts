import { allWords } from './around.ts';
import type { CustomersWork } from './service-request.ts';
import { plainOf } from './terms.ts';

const deed =
  '(?:update|upgrade|change|patch|patching|migration|release|deployment|maintenance|incident|outage|mistake|error|misconfiguration|rollout|roll-out|rules?|move|work|slip|oversight|script|job|engineer|technician|failure|breakdown|crash|fault|cutover|switchover|restart|reboot|test)s?';
/** What somebody has to put right when a thing of ours had done it, or we. */
const harm =
  '(?:cut|damaged|blocked|overwritten|removed|revoked|disconnected|unplugged|disabled|switched off|turned off)';
const slip = '(?:mistake|error|slip|bug|typo|misconfiguration|fault|oversight|omission|mix-up)s?';
/** What is the vendor's whoever speaks: customers have relays and clouds only from us. */
const thing =
  '(?:relay|cloud|data ?cent(?:re|er)|platform|hosting|monitoring|agent|backup job|job|script|automation|gateway|array|proxy|disk array|management tool|patch|policy|rollout|deployment|maintenance|migration|provisioning|update|upgrade)s?';
const hand =
  '(?:engineer|technician|colleague|consultant|administrator|admin|team|apprentice|trainee|man|people)s?';
const gaveWay =
  '(?:failed|crashed|filled|blocked|slowed|locked|stopped|broke|deleted|overwrote|wiped|dropped|lost|cut|disabled|removed|hung)';
const didIt =
  '(?:did|made|had|ran|rolled out|installed|applied|pushed|carried out|performed|put in|suffered)';
const ownFault: readonly RegExp[] = [
  new RegExp(
    `\\b(?:after|following|since|due to|because of|caused by|as a result of|result of|broken by|from|by|through|undo|undid|undoing|rolled back|reverted|corrected|correct|repair(?:ed)?) (?:(?:a|an|the|one of) )?(?:\\w+ (?:in|of) )?our (?:own )?(?:\\w+ ){0,2}${deed}\\b`,
  ),
  new RegExp(
    `\\bour (?:own )?(?:\\w+ ){0,2}${deed}\\b[^.;]{0,30}\\b(?:had|broke|caused|left|shut|removed|deleted|stopped|locked|lost|cut)\\b`,
  ),
  new RegExp(
    `\\bour (?:own )?(?:\\w+ ){0,2}(?:${deed}) (?:itself )?(?:charged|dropped|doubled|blocked|slowed|overwr\\w+|crashed|(?:was|were) (?:too |far too |still )?(?:slow|wrong|late|faulty|broken|incomplete|missing|to blame|the cause|the reason))\\b`,
  ),
  /\bwe\b[^.;]{0,60}\bby (?:our )?mistake\b|\bby (?:a mistake of ours|our (?:own )?mistake)\b/,
  /\b(?:on|from) our side\b|\bour (?:own )?(?:fault|mistake|error|bug|oversight)\b/,
  /\bwe (?:had )?(?:\w+ )?(?:forgot|forgotten|broke|broken|misconfigured|overlooked|missed|deleted|mistyped|locked out|caused)\b/,
  /\bwe (?:had |have )?(?:\w+ )?(?:\w+ed|set|put|sent|gave) (?:\w+ )?(?:the |an? )?(?:wrong|bad|faulty|broken|incorrect|old) /,
  /\bwe (?:had |have )?(?:\w+ )?mis\w{3,}(?:ed|set|read|laid|took)\b/,
  /\bwe\b[^.;]{0,60}\b(?:in error|by accident|accidentally|inadvertently|mistakenly|wrongly|by oversight)\b/,
  new RegExp(
    `\\b(?:${slip}) (?:that |which )?(?:we|our \\w+) (?:had |have )?(?:made|introduced|caused|left|put in)\\b`,
  ),
  new RegExp(`\\b(?:${deed}|${slip}) of ours\\b`),
  /\bon our part\b/,
  /\b(?:side effects?|fall-?out|consequences?|aftermath|clean-?up|clearing up)(?: work)? (?:of|from|after|following) (?:(?:a|an|the) )?(?:\w+ (?:in|of|on) )?our\b/,
  new RegExp(`\\b${deed} (?:in|of|at|on) our (?:own )?(?:\\w+ )?${thing}\\b`),
  new RegExp(
    `\\b(?:lost|missing|broken|damaged|deleted|overwritten|disconnected|dropped|cut)\\b[^.;]{0,20}\\b(?:during|in) our (?:own )?(?:\\w+ ){0,2}${deed}\\b`,
  ),
  new RegExp(
    `\\bour (?:own )?(?:\\w+ ){0,2}${thing} (?:itself |had |has |have )?(?:${gaveWay}|(?:was|were|went|had been|is) (?:\\w+ )?(?:down|offline|out|unavailable|dead|full|unreachable|misconfigured))\\b`,
  ),
  new RegExp(
    `\\bour ${hand}\\b[^.;]{0,50}\\b(?:wrong|wrongly|by mistake|in error|accidentally|forgot\\w*|mis\\w{3,}ed|deleted|broke|broken|overwr\\w+|unplugged|wiped)\\b`,
  ),
  /\bit was (?:the|an?) (?:outage|failure|fault|error|crash|mistake) (?:of|in) our\b/,
  new RegExp(
    `\\b(?:after|following|since|due to|because of|by|from) (?:(?:a|an|the|that|this) )?(?:\\w+ ){0,3}${deed} (?:that |which )?we (?:had |have )?(?:\\w+ly )?${didIt}\\b`,
  ),
  new RegExp(
    `\\b${deed} (?:that |which )?we (?:had |have )?(?:\\w+ly )?${didIt}\\b[^.;]{0,40}\\b(?:cut|broke|stopped|blocked|locked|left|removed|deleted|lost|took|knocked|reset|overwrote|disabled|damaged)\\b`,
  ),
  new RegExp(`\\bagain\\b.*\\bwe had (?:\\w+ )?${harm}\\b`),
  /\b(?:leak|crack|fault|gap|break) (?:in|of|at) the \w+ we (?:had )?\w+ed\b/,
  /\b(?:ausfall|storung|fehler|panne|versehen) (?:\w+ ){0,2}bei uns\b/,
  /\b(?:nach|wegen|durch|infolge) (?:unsere[rmns]?) (?:\w+ ){0,2}(?:update|umstellung|wartung|anderung|umzug|arbeit|arbeiten|austausch|tausch|fehler|ausfall|eingriff|migration)s?\b/,
  /\b(?:unser fehler|unser versehen|von uns (?:verursacht|versehentlich))\b/,
];
const ourHarm = new RegExp(`\\bour (?:\\w+ ){1,2}had (?:\\w+ )?${harm}\\b`);
/** "Nobody could log in after we changed the policy." */
const afterOurs =
  /\b(?:could not|couldn't|cannot|failed|stopped|broke|broken|lost|locked out|down|offline|missing|wrong|blocked|dead)\b[^.;]{0,40}\b(?:after|since|because|when) we (?:had )?(?:\w+ed|set|put|took|moved)\b/;
const denied =
  /\b(?:not|never|nothing to do with|neither|no|unrelated to|independent of|without)\b(?:\s+\w+){0,4}\s*$/;

/** The words by which somebody tells that it came from us; null when nobody does. */
export function faultTold(work: CustomersWork): string | null {
  return toldFault(plainOf(allWords(work))) ?? harmTold(work);
}

function toldFault(words: string): string | null {
  for (const pattern of ownFault) {
    const match = pattern.exec(words);
    if (match && !denied.test(words.slice(0, match.index)) && !/\bnot\b/.test(match[0]))
      return match[0];
  }
  return null;
}

/** Titles are in the customer's voice, and "our digger" in one is theirs: only what stands below is ours. */
function harmTold({ description = '', notes }: CustomersWork): string | null {
  const said = plainOf([description, ...notes].join('. '));
  return (ourHarm.exec(said) ?? afterOurs.exec(said))?.[0] ?? null;
}
