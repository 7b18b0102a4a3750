import { dateIn, hour, since } from '../shared/time.ts';
import { type Around, allWords, customersWords } from './around.ts';
import type { OwnChange } from './contract.ts';
import type { CustomersWork } from './service-request.ts';
import { isNumberedOtherwise, isWithin, likeness, plainOf, termsOf } from './terms.ts';

export type FreeRule = 'reopened-within-14-days' | 'own-fault' | 'covered-by-contract-not-deducted';

/** Why a request is never billed. */
export interface Free {
  readonly rule: FreeRule;
  readonly says: string;
}

/** Why this is never billed, the plainest reason first; null when it may be. */
export function findFree(work: CustomersWork, around: Around): Free | null {
  const reasons = [
    ['reopened-within-14-days', reworkOf(work, around)],
    ['own-fault', ownFaultOf(work, around)],
    ['covered-by-contract-not-deducted', coverOf(work, around)],
  ] as const;
  for (const [rule, says] of reasons)
    if (says !== null && !around.off.has(rule)) return { rule, says };
  return null;
}

const givenFree =
  /\b(?:without|free of) charge\b|\b(?<!(?:has|have|had|holds?|held|takes?|took|keeps?|kept|shows?|gets?|got|with) )no charge\b(?! (?:at all )?(?:on|in|left))|(?<!(?:is|was|are|were|has|had) )\bnot charged\b|\bnot billed\b|\bfor free\b|\b(?:ohne berechnung|kostenlos|kostenfrei|nicht berechnet)\b/;

/** True for what is sent at nothing and says so: whoever gives work away has not miscounted, and takes none of the included hours. */
export function isGivenFree(work: CustomersWork): boolean {
  return work.amountMinor === 0 && givenFree.test(plainOf(allWords(work)));
}

const usualReworkDays = 14;

/** The same fault again, up to so many calendar days after it was closed. */
export function reworkOf(
  work: CustomersWork,
  { contract, others, ordinary }: Around,
): string | null {
  const most = contract?.reworkDays ?? usualReworkDays;
  const openedAt = work.openedAt ?? work.startedAt ?? work.closedAt;
  const daysAfter = ({ closedAt }: CustomersWork) => {
    const [from, until] = [closedAt, openedAt].map(at => dateIn(ordinary.timeZone, at));
    return (Date.parse(until ?? '') - Date.parse(from ?? '')) / (24 * hour);
  };
  const before = others.filter(other => other.closedAt <= openedAt && isSameFault(work, other));
  const last = before.sort((a, b) => since(a.closedAt, b.closedAt))[0];
  if (!last || daysAfter(last) > most) return null;
  const days = daysAfter(last);
  const when = days === 0 ? 'the same day' : days === 1 ? 'one day later' : `${days} days later`;
  return `The same fault as ${last.externalId} ("${last.title}"), ${when}; up to day ${most} that is not billed.`;
}

/** What says that a fault was there before; "works again" does not. */
const recurring =
  /\bonce more\b|\b(?:came|come|is|was) back\b(?! (?:up|online|where|in))|\breturned\b(?= (?:after|since))|\breappear|\brecurr|\bsame (?:fault|problem|issue|error)\b|\bstill (?:not|dark|dead|slow|broken|down)\b|\bre-?opened\b/;
const recurringInGerman =
  /\b(?:erneut|nochmals|schon wieder|wieder (?:ohne|kein|keine|nicht|defekt|fest|dunkel|tot|leer|undicht|laut|langsam)|derselbe fehler|dasselbe problem)\b/;
const againInTitle = /\bagain\b(?!st)/;
const trouble =
  /\b(?:jam\w*|dead|dark|offline|fail\w*|broken?|slow|crash\w*|stuck|error\w*|down|freez\w*|frozen|lost|blank|silent|cannot|can't|not (?:work|print|open|start)\w*|stands still|hangs?)\b/;
const repetition =
  /\b(?:erneut|nochmals|schon wieder|wieder|again|once more|still|recurr\w*|back|same|fault|problem|issue)\b/g;

/** True for words that tell of a fault which had been mended before. */
export function isRecurring({ title, description = '' }: CustomersWork): boolean {
  const [first, rest] = [plainOf(title), plainOf(description)];
  return (
    recurring.test(first) ||
    recurring.test(rest) ||
    recurringInGerman.test(first) ||
    (againInTitle.test(first) && trouble.test(first))
  );
}

function isSameFault(work: CustomersWork, earlier: CustomersWork): boolean {
  if (work.reopens !== undefined) return work.reopens === earlier.externalId;
  const isTrouble = trouble.test(plainOf(work.title)) && trouble.test(plainOf(earlier.title));
  const isAgain = isRecurring(work) || againInTitle.test(plainOf(work.title));
  if (!isAgain && !isTrouble) return false;
  const [a, b] = [work, earlier].map(({ title }) =>
    termsOf(plainOf(title).replace(repetition, '')),
  );
  if (!a || !b || isNumberedOtherwise(a, b)) return false;
  const common = [...a].filter(term => [...b].some(one => isPartOf(term, one))).length;
  const isMostOfIt = isAgain && common >= 3 && common / Math.min(a.size, b.size) >= 0.75;
  return isWithin(a, b) || likeness(a, b) >= 0.75 || isMostOfIt;
}

/** The same word, or one at the end of the other: the camera at the "Stuhl" is the one at the "Behandlungsstuhl". */
function isPartOf(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  return short === long || (short.length >= 5 && long.endsWith(short));
}

const theirs =
  /customer|client|user|supplier|third|carrier|provider|isp|power|weather|courier|bank/i;

/** What an incident or change of ours made necessary: named, or told in words. */
export function ownFaultOf(work: CustomersWork, { contract, others }: Around): string | null {
  const { causedBy } = work;
  const ours = contract?.ours ?? [];
  if (causedBy !== undefined && causedBy.trim() !== '') {
    const known = ours.find(({ id }) => id.toLowerCase() === causedBy.trim().toLowerCase());
    if (known) return `Caused by ${known.id}, which was ours: ${known.what}.`;
    if (others.some(({ externalId }) => externalId === causedBy))
      return `Caused by our own work in ${causedBy}.`;
    if (ours.length === 0 && !theirs.test(causedBy)) return `Caused by ${causedBy}.`;
  }
  const words = allWords(work);
  const named = ours.find(one => isNamed(one, words) || isToldOf(one, work));
  if (named) return `It tells of ${named.id}, which was ours: ${named.what}.`;
  const told = toldFault(plainOf(words)) ?? harmTold(work);
  return told === null ? null : `The words say that it came from us: "${told}".`;
}

function isNamed({ id }: OwnChange, words: string): boolean {
  const at = words.toLowerCase().indexOf(id.toLowerCase());
  return (
    at >= 0 && !/\b(?:not|nothing|unrelated|independent)\b[^.;]{0,40}$/i.test(words.slice(0, at))
  );
}

/** Opened within two days after the change, and speaking of what it touched. */
function isToldOf({ at, what }: OwnChange, work: CustomersWork): boolean {
  const openedAt = work.openedAt ?? work.startedAt ?? work.closedAt;
  const hours = since(at, openedAt) / hour;
  if (hours < 0 || hours > 48) return false;
  const [told, said] = [termsOf(what), termsOf(customersWords(work))];
  const common = [...told].filter(term => said.has(term)).length;
  return common >= 2 && common / told.size >= 0.5;
}

const deed =
  '(?:update|upgrade|change|patch|patching|migration|release|deployment|maintenance|incident|outage|mistake|error|misconfiguration|rollout|roll-out|rules?|move|work|slip|oversight|script|job|engineer|technician)s?';
/** What somebody has to put right when a thing of ours had done it, or we. */
const harm =
  '(?:cut|damaged|blocked|overwritten|removed|revoked|disconnected|unplugged|disabled|switched off|turned off)';
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
  /\bwe (?:had |have )?(?:\w+ )?(?:\w+ed|set|put) (?:\w+ )?(?:the )?wrong\b/,
  /\bit was (?:the|an?) (?:outage|failure|fault|error|crash|mistake) (?:of|in) our\b/,
  new RegExp(`\\bagain\\b.*\\bwe had (?:\\w+ )?${harm}\\b`),
  /\b(?:leak|crack|fault|gap|break) (?:in|of|at) the \w+ we (?:had )?\w+ed\b/,
  /\b(?:ausfall|storung|fehler|panne|versehen) (?:\w+ ){0,2}bei uns\b/,
  /\b(?:nach|wegen|durch|infolge) (?:unsere[rmns]?) (?:\w+ ){0,2}(?:update|umstellung|wartung|anderung|umzug|arbeit|arbeiten|austausch|tausch|fehler|ausfall|eingriff|migration)s?\b/,
  /\b(?:unser fehler|unser versehen|von uns (?:verursacht|versehentlich))\b/,
];
const ourHarm = new RegExp(`\\bour (?:\\w+ ){1,2}had (?:\\w+ )?${harm}\\b`);
const denied =
  /\b(?:not|never|nothing to do with|neither|no|unrelated to|independent of|without)\b(?:\s+\w+){0,4}\s*$/;

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
  return ourHarm.exec(plainOf([description, ...notes].join('. ')))?.[0] ?? null;
}

const travelled =
  /^(?:an|hin|ruck)?fahrt(?:zeit)?\b|(?:^|[.;,] )(?:time for )?(?:travel(?:led|ling)?|drive|drove|driving|journey|trip)(?: time)?(?:$|[.,;:]| (?:to|from|back|there|for|between|and|home|out)\b)/;

/** What the fee pays for: named work and short travel. */
export function coverOf(work: CustomersWork, { contract }: Around): string | null {
  if (!contract) return null;
  const title = [...termsOf(work.title)];
  const isOrdinary = !trouble.test(plainOf(work.title));
  const covered = contract.covers.find(words => {
    const wanted = [...termsOf(words)];
    const isAll = wanted.length > 0 && wanted.every(term => title.includes(term));
    // "Certificate renewal for the portal" begins with it; "Report on the certificate renewals" only speaks of it.
    const isBegun = wanted.every((term, at) => title[at] === term);
    return isAll && isOrdinary && (isBegun || title.length - wanted.length <= 1);
  });
  if (covered !== undefined) return `The contract covers "${covered}".`;
  const isTravel = travelled.test(plainOf(work.title));
  if (isTravel && work.minutes < contract.freeTravelUnderMinutes)
    return `Travel under ${contract.freeTravelUnderMinutes} minutes is not billed.`;
  return null;
}
