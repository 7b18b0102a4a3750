import { z } from 'zod';
import { type ReviewPart, reviewParts } from './review-text.ts';

const partName = z.enum(reviewParts);

const editsColumn = z.object({
  without: z.array(partName).default([]),
  instead: z.partialRecord(partName, z.string()).default({}),
  added: z.array(z.string()).default([]),
});

/** What the advocate changed of what the facts say: parts left out, parts in their own words, sentences of their own. */
export type Edits = z.infer<typeof editsColumn>;

/** One change of a draft. */
export type Edit =
  | { readonly kind: 'without'; readonly part: ReviewPart }
  /** What the facts say, again. */
  | { readonly kind: 'with'; readonly part: ReviewPart }
  | { readonly kind: 'instead'; readonly part: ReviewPart; readonly words: string }
  | { readonly kind: 'add'; readonly words: string }
  /** Takes back the sentence with this number, from 1. */
  | { readonly kind: 'drop'; readonly number: number };

/** What a stored column holds; one that was never changed holds nothing. */
export function editsFrom(column: unknown): Edits {
  return editsColumn.parse(column);
}

/** The draft with this change. */
export function edited(edits: Edits, edit: Edit): Edits {
  switch (edit.kind) {
    case 'without':
      return { ...kept(edits, edit.part), without: [...edits.without, edit.part] };
    case 'with':
      return kept(edits, edit.part);
    case 'instead': {
      const { part, words } = edit;
      const before = kept(edits, part);
      return { ...before, instead: { ...before.instead, [part]: words } };
    }
    case 'add':
      return { ...edits, added: [...edits.added, edit.words] };
    case 'drop':
      return { ...edits, added: edits.added.filter((_, at) => at !== edit.number - 1) };
  }
}

/** As if nobody had changed this part. */
function kept({ without, instead, added }: Edits, part: ReviewPart): Edits {
  const { [part]: _, ...others } = instead;
  return { without: without.filter(one => one !== part), instead: others, added };
}
