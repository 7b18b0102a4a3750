import { foldAccents } from '../../understanding/normalise.ts';
import { denies, isAfter, type OneOf, saidAs, says } from '../../understanding/speech/say.ts';
import {
  type NamedPerson,
  type Said,
  type Speech,
  speechOf,
} from '../../understanding/speech/speech.ts';
import { momentIn } from '../../understanding/times/moment.ts';
import { readPageCall } from './human-words.ts';
import { wordSet } from './word-set.ts';

/** What somebody wants of the people behind us. */
export type HumanWish =
  /** A person, at once. */
  | 'now'
  /** To be called at some time that suits. */
  | 'call-back'
  /** Whoever stands above our people. */
  | 'manager'
  /** Nobody is to be called. */
  | 'nobody';

const somebody: OneOf = ['person', 'ours'];

/**
 * Does somebody want a human, and which: read from what they want and from what they refuse, in that order: "stop the
 * bot, a human please" wants one, "no need to wake anyone" wants none. Null when it is about something else.
 */
export function readHumanWish(text: string, people: readonly NamedPerson[] = []): HumanWish | null {
  if (readPageCall(text)?.isCertain) return 'now';
  const speech = speechOf(text, people);
  if (wantsManager(speech)) return 'manager';
  if (isRobotRefused(speech)) return 'now';
  if (refusesCalls(text.replaceAll('’', "'")) || refusesHuman(speech)) return 'nobody';
  const calls = callsIn(speech);
  if (calls.length === 0 && isTalkForLater(text, speech)) return 'call-back';
  if (calls.length === 0) return isBareName(speech) ? 'now' : null;
  const isByPhone = calls.some(({ idea }) => idea === 'ringMe');
  const isHere = !isByPhone && calls.some(({ idea }) => idea === 'fetch');
  if (noHurry.test(foldAccents(text))) return 'call-back';
  const isForLater = !isHere && isPutOff(text, speech);
  return isForLater ? 'call-back' : 'now';
}

/** "I'd like somebody to glance at them when they've time": whenever it suits them. */
const noHurry =
  /\bwhen(?:ever)? \w+(?:['’](?:ve|s)| have| has| gets?| finds?)? (?:got )?(?:a )?(?:spare )?(?:time|minute|moment|sec|second|chance)\b|\b(?:no (?:rush|hurry)|not urgent)\b|\b(?:wenn|sobald) \w+ (?:mal )?(?:zeit|luft|eine minute)\b|\bquand (?:il|elle|vous|quelqu'un) (?:a|aura|avez|aurez) (?:le temps|une minute)\b|\bcuando (?:tenga|pueda)n?\b|\bquando (?:puder|tiver)(?:em)?\b/i;

/** "Don't call, I'm in church"; in "don't call it fixed" nobody is called. */
const noCalls =
  /(?:^|[.,;!–-]\s+)(?:but |and |so |please,? )*(?:do not|don'?t|no need to) (?:call|ring|phone|wake|page|bother|disturb)(?: (?:me|us|people|anyone|anybody|someone|somebody|now|please|tonight|for (?:this|that|it)))*\s*(?:$|[,.;!]|(?:because|as|since|i)\b)/i;

const noneNeeded =
  /\b(?:no calls?|no call-?backs?|nobody|no one) (?:is |are )?(?:needed|necessary|required)\b/i;

/** The same in other languages, which have one word for calling and its object. */
const noCallsElsewhere =
  /^\s*(?:ne (?:m'|nous |l')?appelez (?:pas|personne)|n'appelez (?:pas|personne)|(?:bitte )?(?:ruf(?:t|en sie)? (?:mich|uns) (?:bitte )?nicht an|nicht anrufen|niemanden anrufen)|(?:muss|soll|braucht)\b.{0,20}\b(?:niemand|keiner)\b.{0,20}\b(?:aufstehen|kommen|geweckt)|no (?:me |nos )?llamen?\b|nao (?:me |nos )?liguem?\b)|電話(?:は|を)?(?:しないで|不要|いりません|結構)/i;

/** "Please let Nora sleep". */
const letsSleep =
  /\b(?:laissez|laisse|dej(?:a|ad|en)|deix(?:a|e|em)) dormir (?!me\b|moi\b)|\b(?:let|lass(?:t|en sie)?|laissez|laisse|dej(?:a|ad|en)|deix(?:a|e|em)) (?!me\b|us\b|mich\b|uns\b|moi\b|nous\b|nos\b).{1,25}\b(?:sleep|schlafen|dormir)\b/i;

function refusesCalls(text: string): boolean {
  return (
    noCalls.test(text) ||
    noneNeeded.test(text) ||
    noCallsElsewhere.test(foldAccents(text)) ||
    letsSleep.test(text)
  );
}

/** "We'd only need somebody if …": a case, however urgent it sounds. */
export function isOnlyForCase(text: string): boolean {
  const speech = speechOf(text);
  return saidAs(speech, ['fetch', 'want', 'wake', 'ring', 'ringMe']).some(verb =>
    saidAs(speech, 'person').some(human => isOnlyOnCondition(speech, { verb, human })),
  );
}

/** Could these words be about people at all? Then it is worth knowing whom one may name. */
export function speaksOfCalling(text: string): boolean {
  const speech = speechOf(text);
  return says(speech, callingIdeas) || denies(speech, callingIdeas) || speech.tokens.length <= 4;
}

/** More words than this are no bare answer. */
const bareAnswer = 3;

/** Does somebody call for a person, or answer in a word or two: "I have it", "yes"? Cheap: asked of all that comes in. */
export function isUrgentWords(text: string): boolean {
  const said = text.trim();
  if (said.split(/\s+/).length <= bareAnswer) return true;
  return readPageCall(said) !== null || readHumanWish(said) === 'now';
}

const callingIdeas: OneOf = ['fetch', 'speak', 'ring', 'ringMe', 'wake', 'want', 'noNeed'];

function wantsManager(speech: Speech): boolean {
  return says(speech, 'chief') && says(speech, ['speak', 'fetch', 'want', 'ringMe']);
}

/** "I don't want a robot", "enough with the bot". */
function isRobotRefused(speech: Speech): boolean {
  if (denies(speech, 'robot')) return true;
  const refusing = saidAs(speech, ['enough', 'want', 'speak']).filter(
    ({ idea, isNegated }) => isNegated !== (idea === 'enough'),
  );
  return saidAs(speech, 'robot').some(robot =>
    refusing.some(each => isNear(each, robot) && each.from < robot.from),
  );
}

function refusesHuman(speech: Speech): boolean {
  if (denies(speech, 'ringMe') && !says(speech, 'ringMe')) return true;
  const humans = saidAs(speech, somebody);
  const isNeedless = saidAs(speech, 'noNeed').length > 0 || denies(speech, 'want');
  const isAboutCalls = humans.length > 0 || saidAs(speech, 'ringMe').length > 0;
  if (isNeedless && isAboutCalls && callsIn(speech).length === 0) return true;
  return saidAs(speech, ['wake', 'ring', 'want', 'fetch']).some(verb =>
    humans.some(human => {
      const isNone = isNobody(speech, human) && isRightBehind(speech, verb, human);
      const isRefused = isNone || (verb.isNegated && verb.idea !== 'want');
      return isRefused && isNear(verb, human) && isObject(verb, human);
    }),
  );
}

/** "Nobody", "niemanden": whoever is meant by that is not to come. */
function isNobody(speech: Speech, { idea, from, until }: Said): boolean {
  const noes = saidAs(speech, 'negation');
  return idea === 'person' && noes.some(no => no.from <= from && no.until >= until);
}

/** "Nora please, now". */
function isBareName(speech: Speech): boolean {
  return speech.tokens.length <= 4 && says(speech, 'ours') && says(speech, 'now');
}

/** Nobody is the subject of "nobody called me": that is a complaint. */
function isObject(wake: Said, human: Said): boolean {
  return human.idea === 'ours' || human.from >= wake.until;
}

/** "I need nobody"; in "I need help, nobody gets in" something else is needed. */
function isRightBehind({ tokens }: Speech, verb: Said, human: Said): boolean {
  if (human.from < verb.from) return true;
  const between = tokens.slice(verb.until, human.from);
  return between.every(({ word }) => smallWords.has(word));
}

const smallWords = wordSet('a di de d van up please bitte for me us');

/** Further apart a verb and its person do not belong together. */
const nearWords = 3;

function isNear(a: Said, b: Said): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  return a.sentence === b.sentence && second.from - first.until <= nearWords;
}

/** Everywhere that a person is called for, and nothing before it turns it into something else. */
function callsIn(speech: Speech): Said[] {
  const humans = saidAs(speech, somebody);
  const aboutUs = saidAs(speech, 'areYouBot');
  const verbs = saidAs(speech, ['fetch', 'speak', 'want', 'ringMe', 'wake', 'ring']);
  return verbs.filter(verb => {
    // "Am I talking to a person or a machine?" calls nobody.
    if (aboutUs.some(({ from, until }) => from <= verb.from && verb.until <= until)) return false;
    if (verb.isNegated || isTurned(speech, verb) || isHandedOn(speech, verb)) return false;
    if (verb.idea === 'ringMe') return !isOnCondition(speech, verb);
    return humans.some(
      human =>
        isNear(verb, human) &&
        isCalled(speech, { verb, human }) &&
        !isOnlyOnCondition(speech, { verb, human }),
    );
  });
}

function isCalled(speech: Speech, { verb, human }: { verb: Said; human: Said }): boolean {
  if (isNobody(speech, human) || (human.isNegated && human.idea === 'person')) return false;
  const isFirst = verb.from < human.from;
  switch (verb.idea) {
    case 'want':
      return (isFirst || speech.language === 'ja') && !speech.asked.has(verb.sentence);
    case 'fetch':
      return (isFirst || isVerbLast(speech) || isDuty(speech, verb)) && !isReceiver(speech, human);
    case 'wake':
    case 'ring':
      return isFirst && !speech.asked.has(verb.sentence);
    default:
      return true;
  }
}

function isVerbLast({ language }: Speech): boolean {
  return language === 'de' || language === 'ja' || language === 'nl';
}

/** "Somebody has to help": here the person comes first. */
function isDuty({ tokens }: Speech, { from, until }: Said): boolean {
  return until - from >= 2 && /^(?:has|needs|must|should|please)$/.test(tokens[from]?.word ?? '');
}

/** "Send the list to somebody" fetches nobody. */
function isReceiver({ tokens }: Speech, { from }: Said): boolean {
  return tokens[from - 1]?.word === 'to' && tokens[from - 2]?.word !== 'through';
}

/** What stands before can turn a call into something else; what follows mostly says why. */
function isTurned(speech: Speech, { from, until, sentence }: Said): boolean {
  const place = { from, until, sentence, parts: [], isNegated: false };
  return isAfter(speech, place, ['told', 'condition', 'askWord', 'noNeed']);
}

/** "I'm on holiday on Monday, please talk to Petra": we are to, and nobody is called. */
function isHandedOn(speech: Speech, { idea, from, sentence }: Said): boolean {
  const isAway = saidAs(speech, 'away').some(each => each.sentence === sentence);
  const before = speech.tokens[from - 1]?.word ?? '';
  return idea === 'speak' && isAway && !/^(?:me|us|to|i|we)$/.test(before);
}

/** "Call me when it is done" wants news; "call me if you can" does not. */
function isOnCondition(speech: Speech, { until, sentence }: Said): boolean {
  return saidAs(speech, 'condition').some(each => {
    const after = speech.tokens.slice(each.until, each.until + 2).map(({ word }) => word);
    const isManners = after.includes('can') || after.includes('possible');
    return each.sentence === sentence && each.from === until && !isManners;
  });
}

/** "We'd only need somebody if the trucks can't be loaded" calls nobody yet. */
function isOnlyOnCondition(
  { tokens, ...speech }: Speech,
  { verb, human }: { verb: Said; human: Said },
): boolean {
  const end = Math.max(verb.until, human.until);
  const isCase = saidAs({ tokens, ...speech }, 'condition').some(({ from }) => from === end);
  const before = tokens.slice(Math.max(0, verb.from - 2), verb.from);
  return isCase && before.some(({ word }) => onlyWords.has(word));
}

const onlyWords = wordSet('only just nur bloss seulement solo solamente somente apenas alleen');

const wishesTalk =
  /\b(?:can|could|may|shall|would|let['’]?s|want|like)\b.{0,40}\b(?:speak|talk|chat|on the phone|a word|minutes for)\b/i;

/** "Can we speak tomorrow after ten?": nobody is named, and it has its time. */
function isTalkForLater(text: string, speech: Speech): boolean {
  if (!wishesTalk.test(text) || says(speech, ['bad', 'goesWrong', 'lost'])) return false;
  return text.split(breath).some(said => wishesTalk.test(said) && momentIn(said, anyTime) !== null);
}

/** What is said in one breath: a time behind a comma belongs to other words. */
const breath = /[.!?;\n]+\s|[,、。]\s*/u;

/** Any moment will do: it is asked whether a time was said, not which. */
const anyTime = {
  now: new Date(0),
  timeZone: 'UTC',
  tense: 'future',
  defaultTime: '09:00',
} as const;

/** Said with a day or an hour of its own, and with no trouble in it that could have that hour. */
function isPutOff(text: string, speech: Speech): boolean {
  if (says(speech, ['bad', 'now'])) return false;
  const isTimed = text
    .split(breath)
    .some(said => callsIn(speechOf(said)).length > 0 && momentIn(said, anyTime) !== null);
  return isTimed || saidAs(speech, 'later').length > 0;
}
