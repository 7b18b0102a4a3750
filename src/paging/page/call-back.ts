import { z } from 'zod';
import type { Json } from '../../shared/database.ts';

/** Where and when somebody who asked for a person wants to be called. */
export interface CallBack {
  readonly number: string | null;
  readonly at: Date | null;
}

const column = z.object({ number: z.string().nullable(), at: z.coerce.date().nullable() });

/** A stored wish; null when there is none. */
export function callBackFrom(stored: unknown): CallBack | null {
  return column.safeParse(stored).data ?? null;
}

/** The wish as it is stored. */
export function callBackColumn({ number, at }: CallBack): Json {
  return { number, at: at?.toISOString() ?? null };
}

/** What a later wish adds to an earlier one: a new number or hour counts, what it leaves out stands. */
export function laterCallBack(known: CallBack | null, said: CallBack): CallBack {
  return { number: said.number ?? known?.number ?? null, at: said.at ?? known?.at ?? null };
}
