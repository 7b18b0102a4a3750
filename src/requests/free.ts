import { dateIn, hour, since } from '../shared/time.ts';
import { type Around, allWords, customersWords } from './around.ts';
import type { OwnChange } from './contract.ts';
import { faultTold } from './fault-told.ts';
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
  /\b(?:without|free of) charge\b|\b(?<!(?:has|have|had|holds?|held|takes?|took|keeps?|kept|shows?|gets?|got|with) )no charge\b(?! (?:at all )?(?:on|in|left))|(?<!(?:is|was|are|were|has|had) )\bnot charged\b|\bnot billed\b|\bfor free\b|\b(?:included in|covered by|part of) (?:the|your|our) (?:\w+ )?(?:fee|plan|contract|agreement|subscription|retainer)\b|\b(?:ohne berechnung|kostenlos|kostenfrei|nicht berechnet|(?:in|durch|mit) (?:der|ihrer|die|den|dem|ihrem) (?:\w+ )?(?:pauschale|vertrag|gebuhr)\w* (?:enthalten|abgedeckt|abgegolten))\b|\b(?:sin (?:cargo|costo|coste)|no se (?:cobra|factura)|(?:incluid[oa]s?|cubiert[oa]s?) (?:en|por) (?:la|el|su) (?:cuota|contrato|tarifa|plan)|sans frais|gratuit\w*|non facture\w*|(?:compris\w*|inclus\w*|couvert\w*) (?:dans|par) (?:le|votre) (?:forfait|contrat)|sem (?:custo|cobranca)|incluid[oa]s? n[oa] (?:contrato|plano|mensalidade))\b/;

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
  const before = others.filter(
    other =>
      other.closedAt <= openedAt &&
      isSameFault(work, other) &&
      // Two lines of one day that tell nothing of a first time are one work written twice.
      (daysAfter(other) > 0 || work.reopens !== undefined || isToldAgain(work)),
  );
  const last = before.sort((a, b) => since(a.closedAt, b.closedAt))[0];
  if (!last || daysAfter(last) > most) return null;
  const days = daysAfter(last);
  const when = days === 0 ? 'the same day' : days === 1 ? 'one day later' : `${days} days later`;
  return `The same fault as ${last.externalId} ("${last.title}"), ${when}; up to day ${most} that is not billed.`;
}

/** What says that a fault was there before; "works again" does not. */
const recurring =
  /\bonce (?:more|again)\b|\b(?:second|2nd|third|3rd) time\b|\bback to (?:square one|how it was)\b|\b(?:came|come|is|was) back\b(?! (?:up|online|where|in))|\breturned\b(?= (?:after|since))|\breappear|\brecurr|\bsame (?:fault|problem|issue|error)\b|\bstill (?:not|dark|dead|slow|broken|down)\b|\bre-?opened\b/;
const recurringInGerman =
  /\b(?:erneut|nochmals|schon wieder|wieder (?:ohne|kein|keine|nicht|defekt|fest|dunkel|tot|leer|undicht|laut|langsam)|derselbe fehler|dasselbe problem|gleiche[rs]? (?:fehler|problem|storung))\b/;
const recurringInRomance =
  /\b(?:otra vez|de nuevo|nuevamente|la misma falla|el mismo (?:problema|error|fallo)|volvio a (?:fallar|caer\w*|bloquear\w*)|a nouveau|(?:la )?meme (?:panne|probleme|erreur|defaut)|retombe\w*|est revenue?|mesm[oa] (?:problema|erro|falha)|voltou a (?:falhar|cair|parar))\b/;
/** What failed before, told beside the last time it did. */
const asBefore =
  /\bsame (?:\w+ ){1,2}(?:as|that)\b(?! (?:the|a|an|his|her|their|your|for|in|at|of)\b)|\b(?:just |slow |dead |down |failing |again )(?:as|like) (?:before|last (?:week|time|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:as|like) it (?:did|was) (?:before|last|on)\b/;
const againInTitle = /\bagain\b(?!st)/;
const trouble =
  /\b(?:drop(?:s|ped|ping)?|gone|vanish\w*|missing|flicker\w*|reject\w*|bounc\w*|time[sd]? out|loses?|losing|wrong|refus\w*|leak\w*|noisy|disconnect\w*|unreachable|locked out|jam\w*|dead|dark|offline|fail\w*|broken?|slow|crash\w*|stuck|error\w*|down|freez\w*|frozen|lost|blank|silent|cannot|can't|not (?:work|print|open|start)\w*|stands still|hangs?)\b/;
const troubles = new RegExp(trouble, 'g');
const repetition =
  /\b(?:erneut|nochmals|schon wieder|wieder|again|once more|still|recurr\w*|back|same|fault|problem|issue)\b/g;

/** "Funciona de nuevo" is how it ended. */
const worksAgain =
  /\b(?:[a-z]+ ){0,6}(?:otra vez|de nuevo|nuevamente|a nouveau)\b(?<!\b(?:falla|fallo|cae|bloquea|panne|tombe|coupe|para|caiu)\w* (?:\w+ )?(?:otra vez|de nuevo|nuevamente|a nouveau))/g;

/** True for words that tell of a fault which had been mended before. */
export function isRecurring({ title, description = '' }: CustomersWork): boolean {
  const [first, rest] = [plainOf(title), plainOf(description)];
  return (
    recurring.test(first) ||
    recurring.test(rest) ||
    recurringInGerman.test(first) ||
    recurringInRomance.test(first) ||
    recurringInRomance.test(rest.replace(worksAgain, '')) ||
    (trouble.test(first) && asBefore.test(`${first}. ${rest}`)) ||
    (againInTitle.test(first) && trouble.test(first))
  );
}

function isToldAgain(work: CustomersWork): boolean {
  return isRecurring(work) || againInTitle.test(plainOf(work.title));
}

function isSameFault(work: CustomersWork, earlier: CustomersWork): boolean {
  if (work.reopens !== undefined) return work.reopens === earlier.externalId;
  const isTrouble = trouble.test(plainOf(work.title)) && trouble.test(plainOf(earlier.title));
  const isAgain = isToldAgain(work);
  if (!isAgain && !isTrouble) return false;
  const [a, b] = [work, earlier].map(({ title }) =>
    termsOf(plainOf(title).replace(repetition, '')),
  );
  if (!a || !b || isNumberedOtherwise(a, b)) return false;
  const common = [...a].filter(term => [...b].some(one => isPartOf(term, one))).length;
  const isMostOfIt = isAgain && common >= 3 && common / Math.min(a.size, b.size) >= 0.75;
  if (isWithin(a, b) || likeness(a, b) >= 0.75 || isMostOfIt) return true;
  return isAgain && isSameThing(work, earlier);
}

/** What failed is told of in both, however it failed. */
function isSameThing(work: CustomersWork, earlier: CustomersWork): boolean {
  const thing = thingOf(work.title);
  const told = termsOf(customersWords(earlier));
  const found = [...thing].filter(term => told.has(term)).length;
  const before = thingOf(earlier.title);
  const named = [...before].filter(term => termsOf(customersWords(work)).has(term)).length;
  return found >= 2 && found === thing.size && named >= Math.min(2, before.size);
}

function thingOf(title: string): Set<string> {
  return termsOf(plainOf(title).replace(repetition, '').replace(troubles, ''));
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
  const told = faultTold(work);
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

const travelled =
  /^(?:an|hin|ruck)?fahrt(?:zeit)?\b|(?:^|[.;,] )(?:time for )?(?:travel(?:led|ling)?|drive|drove|driving|journey|trip)(?: time)?(?:$|[.,;:]| (?:to|from|back|there|for|between|and|home|out)\b)/;

/** What the fee pays for: named work and short travel. */
export function coverOf(work: CustomersWork, { contract }: Around): string | null {
  if (!contract) return null;
  const isOrdinary = !trouble.test(plainOf(work.title));
  const covered = contract.covers.find(words => isOrdinary && isCovered(work, words));
  if (covered !== undefined) return `The contract covers "${covered}".`;
  const isTravel = travelled.test(plainOf(work.title));
  if (isTravel && work.minutes < contract.freeTravelUnderMinutes)
    return `Travel under ${contract.freeTravelUnderMinutes} minutes is not billed.`;
  return null;
}

const often = termsOf('daily nightly weekly monthly quarterly yearly morning evening regular');

/** "Certificate renewal for the portal" begins with it; "Report on the certificate renewals" only speaks of it. */
function isCovered(work: CustomersWork, covers: string): boolean {
  const title = [...termsOf(work.title)].filter(term => !often.has(term));
  const said = termsOf(customersWords(work));
  const wanted = [...termsOf(covers)];
  const named = wanted.filter(term => !often.has(term));
  if (named.length === 0 || !wanted.every(term => said.has(term))) return false;
  const inTitle = named.filter(term => title.includes(term)).length;
  const isBegun = named.every(term => title.slice(0, named.length).includes(term));
  const others = title.length - inTitle;
  return inTitle === named.length ? isBegun || others <= 1 : inTitle >= 2 && others === 0;
}
