import { foldAccents } from '../../understanding/normalise.ts';
import { denies, type OneOf, saidAs, says, together } from '../../understanding/speech/say.ts';
import {
  type NamedPerson,
  type Speech,
  speechOf,
  toldIn,
} from '../../understanding/speech/speech.ts';
import { beyondThanks } from './gratitude.ts';
import { wordSet } from './word-set.ts';

/** Something a customer would like of us, other than news and people. */
export type Request =
  /** To be told once, when a step is done or begins. */
  | { readonly kind: 'notice'; readonly when: 'done' | 'underway' }
  /** To be told of trouble, as they are anyway. */
  | { readonly kind: 'told-anyway' }
  /** That somebody else is asked from now on. */
  | { readonly kind: 'asks-another' }
  /** A report, or somebody to be added: nothing a program gives. */
  | { readonly kind: 'advocates' }
  /** Fewer check-ins. */
  | { readonly kind: 'rhythm' };

/** What is wished for in these words, the most particular first; null when nothing is. */
export function readRequest(text: string, people: readonly NamedPerson[] = []): Request | null {
  const speech = speechOf(text, people);
  const told = toldIn(speech);
  if (wishesForWord(speech) && saidAs(speech, 'condition').length > 0) return noticeIn(speech);
  if (asksAnother(told)) return { kind: 'asks-another' };
  if (isErrand(told)) return { kind: 'advocates' };
  if (says(speech, 'remindMe') || asksAdvocate(speech)) return { kind: 'advocates' };
  const isForLessOften =
    isForLess(beyondThanks(told)) || sparing.test(foldAccents(text.toLowerCase()));
  return isForLessOften ? { kind: 'rhythm' } : null;
}

/** "Every two hours is plenty", "only once an hour". */
const sparing =
  /\b(?:only|just|no more(?: often)? than|not more(?: often)? than|at most|hochstens|nur|maximal|seulement|pas plus d|au plus|solo|como mucho|maximo|no maximo|apenas)\b.{0,12}\b(?:every|once|each|hourly|alle|einmal|stundlich|toutes? les|une fois|cada|una vez|uma vez)\b|\b(?:every|once|each|alle|einmal|toutes? les|une fois|cada|una vez|uma vez)\b.{1,30}\b(?:plenty|enough|sufficient|will do|would do|reicht|genugt|suffit|suffira|basta|chega)\b/;

const forSomebody = /^\s*for \p{L}+(?: \p{L}+)?\s*[:,]/iu;

/** Could somebody be named in these words, to be asked or added? */
export function namesSomebody(text: string): boolean {
  if (forSomebody.test(text)) return true;
  return (
    saidAs(speechOf(text), ['askSomebody', 'takesOver', 'away', 'include', 'passOn', 'tellMe'])
      .length > 0
  );
}

/** "Tell me if …", and not "we'll tell you if …". */
function wishesForWord(speech: Speech): boolean {
  return saidAs(speech, ['tellMe', 'ringMe']).some(({ from }) => {
    const [who, will] = speech.tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
    return !(ourselves.has(who ?? '') && shall.has(will ?? ''));
  });
}

const ourselves = wordSet('we i wir ich nous on je');
const shall = wordSet('will shall would werden werde');

function noticeIn(speech: Speech): Request | null {
  if (saidAs(speech, 'goesWrong').length > 0) return { kind: 'told-anyway' };
  if (says(speech, 'weCan') || speech.tokens.some(({ word }) => word === 'before'))
    return { kind: 'advocates' };
  const [over, begins] = [lastSaid(speech, 'over'), lastSaid(speech, 'begins')];
  if (over >= 0 || begins >= 0)
    return { kind: 'notice', when: begins > over ? 'underway' : 'done' };
  // "Ping me as soon as we can post again", "… is verified": no step of ours, so somebody tells them.
  const wishes = saidAs(speech, 'tellMe').filter(({ sentence }) => !speech.asked.has(sentence));
  return wishes.length > 0 ? { kind: 'advocates' } : null;
}

/** What is to be told of, where it is known that news is wished for: an end, unless a beginning is spoken of. */
export function noticeFor(text: string): Request {
  const speech = speechOf(text);
  const read = noticeIn(speech);
  if (read) return read;
  return { kind: 'notice', when: /\btime for\b/i.test(text) ? 'underway' : 'done' };
}

/** Where something was last said, -1 = never: a step may be called "stand-up" or "start-up", and what is waited for comes after its name. */
function lastSaid(speech: Speech, concept: 'over' | 'begins'): number {
  const said = says(speech, concept) ? saidAs(speech, concept) : [];
  return Math.max(-1, ...said.map(({ from }) => from));
}

/** "Please pass on to Nora that the slides were the old ones": for her, whatever it is about. */
function isErrand(told: Speech): boolean {
  const errands = saidAs(told, ['passOn', 'tellMe']).filter(({ from }) => from <= 2);
  const [first] = saidAs(told, 'ours');
  const isAddressed = first?.from === 1 && told.tokens[0]?.word === 'for';
  if (isAddressed && told.tokens[first.until]?.clause !== told.tokens[first.from]?.clause)
    return true;
  return saidAs(told, 'ours').some(({ from, until, sentence }) =>
    errands.some(
      each =>
        each.sentence === sentence &&
        from >= each.until &&
        from - each.until <= 1 &&
        told.tokens[until]?.word === 'that',
    ),
  );
}

/** "Only ask Grace from now on", "Daniel is out, ask me", "I'm off to bed, Grace takes over". */
function asksAnother(told: Speech): boolean {
  const isTaken = saidAs(told, 'takesOver').length > 0 || saidAs(told, 'away').length > 0;
  const isAsked = says(told, 'askSomebody');
  if (isTurnedOver(told)) return true;
  if (isTaken && (isAsked || says(told, 'theirs'))) return true;
  return isAsked && saidAs(told, 'instead').length > 0 && isNotOnlyUs(told);
}

/** "Stop asking Daniel, ask me". */
function isTurnedOver(told: Speech): boolean {
  const isStopped = says(told, 'stop') || denies(told, 'askSomebody');
  return isStopped && says(told, 'theirs') && saidAs(told, 'askSomebody').length > 1;
}

/** "Ask only when …" names nobody. */
function isNotOnlyUs(told: Speech): boolean {
  return (
    says(told, 'theirs') || saidAs(told, 'instead').some(({ until, from }) => until - from > 1)
  );
}

const asking: OneOf = ['want', 'possible', 'fetch', 'tellMe', 'include'];

function asksAdvocate(speech: Speech): boolean {
  if (together(speech, 'include', ['boss', 'theirs', 'chief'])) return true;
  if (says(speech, 'include') && saidAs(speech, 'messages').length > 0) return true;
  return says(speech, 'report') && says(speech, asking) && !says(speech, 'bad');
}

/** Fewer messages of ours, or weekly ones; "too many error messages" is a trouble. */
function isForLess(told: Speech): boolean {
  if (says(told, ['bad', 'report', 'project', 'data'])) return false;
  if (says(told, 'weekly')) return told.tokens.length <= 10;
  if (says(told, 'stop') && saidAs(told, 'hourly').length > 0) return true;
  const isLess = saidAs(told, 'less').length > 0;
  return isLess && saidAs(told, ['stop', 'messages', 'askSomebody']).length > 0;
}
