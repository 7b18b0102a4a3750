import { saidAs } from '../../understanding/speech/say.ts';
import { type NamedPerson, speechOf } from '../../understanding/speech/speech.ts';

/** To whom something is said that was not said to us. */
export type Aside =
  /** To somebody by name: not ours to answer. */
  | { readonly to: 'somebody' }
  /** To whoever knows: what they want to know. */
  | { readonly to: 'anybody'; readonly question: string };

const greetings = /^(?:hey|hi|hello|hallo|salut|bonjour|hola|ola|oi|dear|and|so|ok)$/;

const manners =
  /^(?:no|worries|worry|problem|thanks|thank|you|ok|okay|sure|hi|hey|hello|sorry|yes|yep|well|cheers)$/;
const asking = /^(?:where|when|what|why|how)$/;
const aux = /^(?:can|could|would|will|did|do|have|are)$/;

/**
 * "Stop worrying, Grace": somebody is spoken to by name, with a pause around it, and it is not the speaker's own. "Grace can
 * you ring them", "ring them, would you Grace" and "no worries Grace, I'll get it" need no pause before it.
 */
export function isSpokenToAnother(text: string, others: readonly NamedPerson[]): boolean {
  const { tokens, ...speech } = speechOf(text, others);
  const isApart = (from: number, until: number) => {
    const clause = tokens[from]?.clause;
    const isEdge = from === 0 || until === tokens.length;
    const isWhole = tokens[from - 1]?.clause !== clause && tokens[until]?.clause !== clause;
    return isEdge && isWhole && tokens.length > until - from;
  };
  const isAsked = (from: number, until: number) => {
    const at = from === 0 && asking.test(tokens[until]?.word ?? '') ? until + 1 : until;
    return from === 0 && aux.test(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'you';
  };
  const isGreeted = (from: number, until: number) =>
    from > 0 &&
    from <= 2 &&
    tokens.slice(0, from).every(({ word }) => manners.test(word)) &&
    tokens[until]?.clause !== tokens[from]?.clause;
  const isAskedLast = (from: number, until: number) =>
    tokens[from - 1]?.word === 'you' &&
    aux.test(tokens[from - 2]?.word ?? '') &&
    tokens[until]?.clause !== tokens[from]?.clause;
  const ways = [isApart, isAsked, isAskedLast, isGreeted];
  return saidAs({ tokens, ...speech }, 'theirs').some(({ from, until }) =>
    ways.some(isSo => isSo(from, until)),
  );
}

/** Whom these words between people are for; null when they do not say. */
export function readAside(text: string, people: readonly NamedPerson[]): Aside | null {
  const speech = speechOf(text, people);
  const words = speech.tokens.map(({ word }) => word);
  const first = words.findIndex(word => !greetings.test(word));
  const isNamed = saidAs(speech, ['ours', 'theirs']).some(({ from }) => from === first);
  if (words[first] === '@' || isNamed) return { to: 'somebody' };
  const [anybody] = saidAs(speech, 'anybody');
  if (!anybody || anybody.from > first + 1) return null;
  const question = words.slice(anybody.until).join(' ');
  return question === '' ? null : { to: 'anybody', question: `${question}?` };
}
