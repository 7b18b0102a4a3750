import { internal, type Text, time } from '../delivery/audience.ts';
import type { Quarter } from '../shared/quarter.ts';

/** One thing that reached a customer's manager, and where it stands. Nobody's words. */
export interface Matter {
  readonly customerName: string;
  readonly ownerName: string;
  readonly reachedAt: Date;
  /** When whoever it reached said that it is solved; null = it is still theirs. */
  readonly solvedAt: Date | null;
  /** The page it came with; null where a customer asked for the manager. */
  readonly page: MatterPage | null;
}

export interface MatterPage {
  readonly resolvedAt: Date | null;
  /** Who has it; null = nobody. */
  readonly ownerName: string | null;
  /** What the customer said to "Did that do it?"; null = nothing. */
  readonly confirmed: boolean | null;
}

/** What reached management in a quarter: how much, how much of it is solved, and each with where it stands. */
export function mattersText(matters: readonly Matter[], { name }: Quarter): Text<'internal'>[] {
  if (matters.length === 0) return [internal`${name}: nothing reached management.`];
  const solved = matters.filter(({ solvedAt }) => solvedAt !== null).length;
  return [
    internal`${name}: ${matters.length} reached management, ${solved} of them solved to the end.`,
    ...matters.map(matterText),
  ];
}

function matterText(matter: Matter): Text<'internal'> {
  const { customerName, reachedAt, page, solvedAt, ownerName } = matter;
  const what = page ? 'a page' : 'they asked for the manager';
  const end = solvedAt
    ? internal`${ownerName} said it is solved, ${time(solvedAt, 'day')}.`
    : internal`${ownerName} has not said yet that it is solved.`;
  return internal`${solvedAt ? '✅' : '⏳'} ${customerName}, ${time(reachedAt, 'day')}: ${what}. ${pageText(page)}${end}`;
}

function pageText(page: MatterPage | null): Text<'internal'> {
  if (!page) return internal``;
  const { resolvedAt, ownerName, confirmed } = page;
  if (!resolvedAt)
    return ownerName ? internal`Open, ${ownerName} has it. ` : internal`Open, nobody has it. `;
  const said =
    confirmed === null ? 'they have not said whether that did it' : 'they said that did it';
  return internal`Resolved ${time(resolvedAt, 'day')}, ${said}. `;
}
