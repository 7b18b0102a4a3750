import { openly } from '../timeline/event.ts';
import { internal, type OpenSpan, shared, type Text, term, words } from './audience.ts';

const and = term(' and ', { de: ' und ', fr: ' et ', es: ' y ', pt: ' e ', ja: '、' });

type Item = OpenSpan | Text<'shared'>;

/** The texts one after the other, with `separator` between them. */
export function joined(texts: readonly Item[], separator = ' '): Text<'shared'> {
  const between = words(openly(separator));
  const [first, ...rest] = texts;
  return rest.reduce<Text<'shared'>>(
    (all, one) => shared`${all}${between}${one}`,
    first ? shared`${first}` : shared``,
  );
}

/** "Maya", "Maya and Tom", "Maya, Tom and Ana": one value inside a sentence. */
export function listedText(texts: readonly Item[]): Text<'shared'> {
  const last = texts.at(-1);
  if (!last || texts.length === 1) return joined(texts);
  return shared`${joined(texts.slice(0, -1), ', ')}${and}${last}`;
}

/** The same of names that only the vendor's people read. */
export function listedNames(names: readonly string[]): Text<'internal'> {
  if (names.length < 2) return internal`${names.join('')}`;
  return internal`${names.slice(0, -1).join(', ')}${and}${names.at(-1) ?? ''}`;
}

const then = term(', then ', {
  de: ', dann ',
  fr: ', puis ',
  es: ', luego ',
  pt: ', depois ',
  ja: '、次に ',
});

/** "chat, then phone, then mail": one after the other. */
export function inTurnText([first, ...others]: readonly Item[]): Text<'shared'> {
  if (!first) return shared``;
  return others.reduce<Text<'shared'>>((all, one) => shared`${all}${then}${one}`, shared`${first}`);
}
