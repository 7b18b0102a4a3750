import { z } from 'zod';
import type { PrismaClient } from '../../../generated/prisma/client.ts';

/** A table as our own statements name it. */
export interface Table {
  readonly name: string;
  /** Of these alone an order or a row is made. */
  readonly columns: readonly string[];
  /** Those a condition may speak of: what is inside of a document is asked for in other words. */
  readonly comparable: readonly string[];
  /** Those that PostgreSQL hands over as text, because a number of JavaScript has no room for them. */
  readonly big: readonly string[];
}

/** By the name of the model in Prisma's client: `pageCall`. */
export type Tables = ReadonlyMap<string, Table>;

const field = z.object({
  name: z.string(),
  kind: z.string(),
  type: z.string(),
  /** What the column is called, where that is not the field's own name. */
  dbName: z.string().optional(),
});
const models = z.record(
  z.string(),
  z.object({ dbName: z.string().nullable(), fields: z.array(field) }),
);

/** Nothing of these is the same in the driver's rows and in Prisma's. */
const foreign = ['Decimal', 'Bytes'];

const isForeign = ({ type, dbName }: z.infer<typeof field>): boolean =>
  foreign.includes(type) || dbName !== undefined;

/** Hazard: Prisma keeps this to itself, and may call it otherwise one day; a test sees that it is found. */
const model = z.object({ _runtimeDataModel: z.object({ models }) });

/** The tables of the schema whose rows the driver and Prisma show alike, as Prisma's client knows them; none where it does not say. */
export function tablesOf(client: PrismaClient): Tables {
  const known = model.safeParse(client).data?._runtimeDataModel.models ?? {};
  return new Map(
    Object.entries(known).flatMap(([name, { dbName, fields }]) => {
      const own = fields.filter(({ kind }) => kind === 'scalar' || kind === 'enum');
      if (own.some(isForeign)) return [];
      const namesWhere = (isOne: (type: string) => boolean) =>
        own.filter(({ type }) => isOne(type)).map(one => one.name);
      const table = {
        name: dbName ?? name,
        columns: namesWhere(() => true),
        comparable: namesWhere(type => type !== 'Json'),
        big: namesWhere(type => type === 'BigInt'),
      };
      return [[name.charAt(0).toLowerCase() + name.slice(1), table]];
    }),
  );
}
