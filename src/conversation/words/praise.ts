import { type OneOf, saidAs } from '../../understanding/speech/say.ts';
import type { Speech } from '../../understanding/speech/speech.ts';

/** What belongs to praise: how it goes, of what, and manners. */
const belongs: OneOf = [
  'good',
  'thanks',
  'yes',
  'nod',
  'deny',
  'bad',
  'ours',
  'theirs',
  'project',
  'data',
  'person',
  'now',
  'negation',
  'besides',
  'laugh',
  'works',
  'over',
  'short',
  'stop',
  'noNeed',
  'want',
];

/** So many words of weight may stand beside it, and fewer where "ok" is all the praise there is. */
const mostBesides = 4;
const mostBesidesNod = 0;

const small =
  /^(?:.{1,3}|from|with|that|this|have|been|will|just|very|really|quite|pretty|everything|everyone|everybody|their|your|what|which|when|then|than|them|they|there|today|tonight|still|also|side|were|does|looks?|sounds?)$/;

const nods: ReadonlySet<string> = new Set(['ok', 'okay']);

/**
 * Is a message that praises something about nothing else? "Oh brilliant, the whole order desk is frozen again" and "ok and
 * Hull has just gone the same way" have a good word in them, and say nothing good.
 */
export function isMostlyPraise(told: Speech): boolean {
  const covered = new Set<number>();
  for (const { from, until } of saidAs(told, belongs))
    for (let at = from; at < until; at += 1) covered.add(at);
  const besides = told.tokens.filter(
    ({ word }, at) => !covered.has(at) && !small.test(word),
  ).length;
  const isNod = saidAs(told, 'good').every(
    ({ from, until }) => from === 0 && until === 1 && nods.has(told.tokens[from]?.word ?? ''),
  );
  return besides <= (isNod ? mostBesidesNod : mostBesides);
}
