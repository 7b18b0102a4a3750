import { writtenPieces } from '../shared/instant-text.ts';
import type { SharedWords } from '../timeline/event.ts';
import type { InEach } from './phrases/phrase.ts';

/** Who may read a message. `shared` may be read by its customer and by the vendor; `internal` by the vendor alone. */
export type Audience = 'shared' | 'internal';

/**
 * A piece of text a renderer understands. `words` is what a person typed: it is escaped and never
 * interpreted. Times stay instants until a renderer knows the reader's zone. `elsewhere` is what a term of
 * ours is called in the other languages.
 */
export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly elsewhere?: InEach }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'time'; readonly at: string; readonly style: TimeStyle }
  /** Somebody the message asks or tells: their platform notifies them. `text` is their name, for where it cannot. */
  | { readonly kind: 'person'; readonly personId: string; readonly text: string };

/** `clock`: 18:05, with the day when it is not today. `day`: Fri 6 Mar. `full`: Fri 6 Mar 2026, 18:05. `age`: 9 minutes ago. */
export type TimeStyle = 'clock' | 'bare' | 'day' | 'full' | 'age';

declare const readableBy: unique symbol;

/** Text with its audience in the type: shared text may stand in an internal card, never the other way round. */
export interface Text<A extends Audience> {
  readonly spans: readonly Span[];
  /** The English it was composed in, where it now stands in another language. */
  readonly composed?: readonly Span[];
  readonly [readableBy]?: A;
}

declare const openSpan: unique symbol;
/** A span that is safe in front of its customer. */
export type OpenSpan = Span & { readonly [openSpan]: true };

/** An instant, shown on the reader's own clock. */
export function time(at: Date, style: TimeStyle = 'clock'): OpenSpan {
  return { kind: 'time', at: at.toISOString(), style } as unknown as OpenSpan;
}

/** Words a customer may read, shown escaped: a name, the plan, a shared fact, the customer's own sentence. */
export function words(text: SharedWords): OpenSpan {
  return { kind: 'words', text } as unknown as OpenSpan;
}

/** Emphasised words a customer may read. */
export function strong(text: SharedWords): OpenSpan {
  return { kind: 'strong', text } as unknown as OpenSpan;
}

/** A role, a rhythm, a length of time: a term of ours, which stands inside sentences and has a form in every language. */
export function term(english: string, elsewhere: InEach): OpenSpan {
  return { kind: 'text', text: english, elsewhere } as unknown as OpenSpan;
}

type Keyword =
  | 'cover NAME'
  | 'drill'
  | 'log'
  | 'page'
  | 'ack'
  | 'update'
  | 'update shared:'
  | 'resolve'
  | 'resolve shared:'
  | 'next in 45 minutes';

/** What somebody types to us: the same in every language. */
export function keyword(typed: Keyword): OpenSpan {
  return { kind: 'strong', text: typed } as unknown as OpenSpan;
}

/** Somebody by name, so that their platform notifies them where it knows them. */
export function mention(personId: string, name: SharedWords): OpenSpan {
  return { kind: 'person', personId, text: name } as unknown as OpenSpan;
}

/** Stored words, their instants on the reader's clock. */
export function writtenSpans(text: string): Span[] {
  return writtenPieces(text).map(piece =>
    'at' in piece ? time(piece.at) : { kind: 'words', text: piece.words },
  );
}

type SharedValue = OpenSpan | Text<'shared'> | number;
type InternalValue = SharedValue | Span | Text<Audience> | string;

/** Text for the customer. Plain strings are refused: pass them through `words(openly(…))` where they may be read. */
export function shared(
  literals: TemplateStringsArray,
  ...values: readonly SharedValue[]
): Text<'shared'> {
  return { spans: weave(literals, values) };
}

/** Text for the vendor's own people. Plain strings are treated as words somebody wrote. */
export function internal(
  literals: TemplateStringsArray,
  ...values: readonly InternalValue[]
): Text<'internal'> {
  return { spans: weave(literals, values) };
}

function weave(literals: TemplateStringsArray, values: readonly InternalValue[]): Span[] {
  const spans: Span[] = [];
  literals.forEach((literal, index) => {
    if (literal !== '') spans.push({ kind: 'text', text: literal });
    const value = values[index];
    if (value !== undefined) spans.push(...spansOf(value));
  });
  return spans;
}

function spansOf(value: InternalValue): readonly Span[] {
  if (typeof value === 'number') return [{ kind: 'text', text: String(value) }];
  if (typeof value === 'string') return writtenSpans(value);
  if ('spans' in value) return value.spans;
  return [value];
}
