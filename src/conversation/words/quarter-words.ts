import type { Edit } from '../../quarters/edits.ts';
import { type ReviewPart, reviewParts } from '../../quarters/review-text.ts';

/** What is wanted of a quarter's review. `unclear`: words that are no change we know, so that nothing is done. */
export type QuarterOrder =
  | { readonly kind: 'show' | 'publish' | 'unclear' }
  | { readonly kind: 'edit'; readonly edit: Edit };

export interface SaidQuarter {
  /** The words that name a quarter; empty when none do. */
  readonly quarter: string;
  readonly order: QuarterOrder;
}

const named =
  /^(?:for |of )?(?:the )?((?:last|previous|this|current) quarter|q[1-4](?:\s*\/?\s*20\d\d)?)\b[\s:,.]*/i;

/** "last quarter without calls", "Q1 2026 plan: in our words", "add: we train two more people". */
export function readQuarterOrder(text: string): SaidQuarter {
  const said = text.trim();
  const found = named.exec(said);
  const rest = said.slice(found?.[0].length ?? 0).trim();
  return { quarter: found?.[1] ?? '', order: orderOf(rest) };
}

function orderOf(rest: string): QuarterOrder {
  if (rest === '') return { kind: 'show' };
  if (/^publish(?: it)?[.]*$/i.test(rest)) return { kind: 'publish' };
  const edit = editOf(rest);
  return edit ? { kind: 'edit', edit } : { kind: 'unclear' };
}

function editOf(rest: string): Edit | null {
  const [, way, named = ''] =
    /^(without|leave out|with)\s+(?:the\s+)?([\w -]+?)[.]*$/i.exec(rest) ?? [];
  const part = partOf(named);
  if (way && part) return { kind: way.toLowerCase() === 'with' ? 'with' : 'without', part };
  const [, number] = /^drop\s+(\d{1,2})[.]*$/i.exec(rest) ?? [];
  if (number) return { kind: 'drop', number: Number(number) };
  const [, before = '', words = ''] = /^([\w -]{1,20}?)\s*:\s*(\S.*)$/s.exec(rest) ?? [];
  if (before.toLowerCase() === 'add') return { kind: 'add', words };
  const own = partOf(before);
  return own ? { kind: 'instead', part: own, words } : null;
}

function partOf(said: string): ReviewPart | undefined {
  return reviewParts.find(part => part === said.trim().toLowerCase());
}
