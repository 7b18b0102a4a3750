import { foldAccents } from '../../understanding/normalise.ts';
import { type BareWord, spellings } from './bare-words.ts';

/** A bare answer to something we asked: "yes", "2", "worried", 👍. */
export type PlainAnswer =
  | { readonly kind: BareWord }
  | { readonly kind: 'number'; readonly position: number };

const meant: ReadonlyMap<string, BareWord> = new Map(
  Object.entries(spellings).flatMap(([kind, list]) =>
    list.split(',').map(said => [said.trim(), kind as BareWord] as const),
  ),
);

/**
 * The bare answer this text is, in any language we read, or null when it says more than that. "Done, all lists agree" says
 * more and is done all the same; "done, but …" is not.
 */
export function plainAnswer(text: string): PlainAnswer | null {
  const whole = bareAnswer(text);
  if (whole) return whole;
  const [, head = '', rest = ''] = headed.exec(text.trim()) ?? [];
  const isDone = bareAnswer(head)?.kind === 'done' && !reserved.test(foldAccents(rest));
  return isDone ? { kind: 'done' } : null;
}

const headed = /^([^,;:.!?–]{2,40})[,;:.!–]+\s+(.+)$/su;

/** What takes back a part of what was just said. */
const reserved =
  /[?？]|\b(?:but|except|apart|although|not|no|never|wrong|missing|aber|ausser|bis auf|nicht|kein\w*|falsch|fehl\w*|mais|sauf|pas|manque\w*|pero|salvo|falta\w*|mas|exceto|nao|errad\w*)\b|n't\b|が、|けど|ない/iu;

function bareAnswer(text: string): PlainAnswer | null {
  const said = foldAccents(text.normalize('NFKC').trim().toLowerCase())
    .replaceAll('’', "'")
    .replace(/[.!,、。¡]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = said.replace(/\p{Emoji_Modifier}|\uFE0F/gu, '');
  if (/^[1-9]$/.test(bare)) return { kind: 'number', position: Number(bare) };
  const kind = meant.get(bare);
  return kind ? { kind } : null;
}

/** "No, it can wait", "later": nothing else is said. */
export function letsWait(text: string): boolean {
  const parts = text.split(/[,.;!、。]+/u).filter(part => part.trim() !== '');
  const kinds = parts.map(part => bareAnswer(part)?.kind);
  return kinds.length > 0 && kinds.every(kind => kind === 'no' || kind === 'later');
}

/** Words that only the newest question can be answered with; a mood is looked for further back. */
export function isForNewest({ kind }: PlainAnswer): boolean {
  return (
    kind === 'yes' || kind === 'okay' || kind === 'no' || kind === 'later' || kind === 'number'
  );
}
