import { internal, type Text, time } from '../delivery/audience.ts';
import type { Quarter } from '../shared/quarter.ts';

/** One thing that reached a customer's manager, and where it stands. Nobody's words. */
export interface Matter {
  readonly customerName: string;
  readonly ownerName: string;
  readonly reachedAt: Date;
  /** When it was ended; null = it is still theirs. */
  readonly solvedAt: Date | null;
  /** Who ended it; null = nobody by name. */
  readonly solverName: string | null;
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

/** What reached management in a quarter: all of it counted, and the oldest of it told. */
export interface Matters {
  readonly count: number;
  readonly solved: number;
  readonly oldest: readonly Matter[];
}

/** What reached management in a quarter: how much, how much of it is solved, and each with where it stands. */
export function mattersText(matters: Matters, { name }: Quarter): Text<'internal'>[] {
  const { count, solved, oldest } = matters;
  if (count === 0) return [internal`${name}: nothing reached management.`];
  const rest = count - oldest.length;
  return [
    internal`${name}: ${count} reached management, ${solved} of them solved to the end.`,
    ...oldest.map(matterText),
    ...(rest > 0 ? [internal`And ${rest} more since.`] : []),
  ];
}

function matterText(matter: Matter): Text<'internal'> {
  const { customerName, reachedAt, page, solvedAt, ownerName } = matter;
  const what = page ? 'a page' : 'they asked for the manager';
  const end = solvedAt
    ? endText(matter, solvedAt)
    : internal`${ownerName} has not said yet that it is solved.`;
  return internal`${solvedAt ? '✅' : '⏳'} ${customerName}, ${time(reachedAt, 'day')}: ${what}. ${pageText(page)}${end}`;
}

/** Only whoever it reached says that it is solved; others end what they were asked to look after. */
function endText({ ownerName, solverName }: Matter, solvedAt: Date): Text<'internal'> {
  const at = time(solvedAt, 'day');
  if (solverName === ownerName) return internal`${ownerName} said it is solved, ${at}.`;
  return solverName === null
    ? internal`It was closed ${at}.`
    : internal`${solverName} closed it, ${at}.`;
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
