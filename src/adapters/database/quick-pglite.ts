import {
  messages,
  PGlite,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from '@electric-sql/pglite';

/** How many statements stay prepared; Prisma's shapes are a few hundred. */
const preparedLimit = 500;

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** A statement the server keeps parsed, and what its rows look like. */
interface Prepared {
  readonly name: string;
  readonly fields: readonly Field[];
}

interface Answer {
  readonly rows: (string | null)[][];
  fields: readonly Field[];
  /** Such as "UPDATE 3". */
  tag: string;
  error: Error | null;
}

/**
 * PGlite with prepared statements. Its own `query` parses, plans and describes a statement every time,
 * in six calls into WebAssembly; here one that was seen before is a single call (measured: a trip of
 * four statements takes about half the time). Prisma's adapter uses `query` and `transaction` only.
 */
export class QuickPglite extends PGlite {
  readonly #prepared = new Map<string, Prepared>();
  #made = 0;

  override async query<T>(
    sql: string,
    values: unknown[] = [],
    options?: QueryOptions,
  ): Promise<Results<T>> {
    if (!this.ready) return super.query<T>(sql, values, options);
    return this._runExclusiveTransaction(() => this.#run<T>(sql, values, options));
  }

  override async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction(tx =>
      work({
        query: (sql, values = [], options) => this.#run(sql, values, options),
        exec: tx.exec,
        sql: tx.sql,
        rollback: tx.rollback,
        listen: tx.listen,
        get closed() {
          return tx.closed;
        },
      }),
    );
  }

  async #run<T>(sql: string, values: unknown[], options?: QueryOptions): Promise<Results<T>> {
    const answer = await this._runExclusiveQuery(() => this.#execute(sql, values));
    const parsers = answer.fields.map(
      ({ dataTypeID }) => options?.parsers?.[dataTypeID] ?? this.parsers[dataTypeID],
    );
    const parse = (text: string | null, index: number) =>
      text === null ? null : (parsers[index]?.(text) ?? text);
    const rows = answer.rows.map(row => {
      const parsed = row.map(parse);
      if (options?.rowMode === 'array') return parsed;
      return Object.fromEntries(answer.fields.map(({ name }, index) => [name, parsed[index]]));
    });
    return {
      rows: rows as T[],
      fields: [...answer.fields],
      affectedRows: Number(answer.tag.split(' ').at(-1)) || 0,
    };
  }

  async #execute(sql: string, values: unknown[]): Promise<Answer> {
    const known = this.#prepared.get(sql);
    const name = known?.name ?? `s${++this.#made}`;
    const { serialize } = protocol;
    const request = [
      ...(known
        ? []
        : [serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name })]),
      serialize.bind({ statement: name, values: values.map(parameterText) }),
      serialize.execute({}),
      serialize.sync(),
    ];
    const answer = readAnswer(await this.#exchange(joined(request)));
    if (answer.error) throw answer.error;
    if (known) answer.fields = known.fields;
    else await this.#keep(sql, { name, fields: answer.fields });
    return answer;
  }

  async #keep(sql: string, prepared: Prepared): Promise<void> {
    this.#prepared.set(sql, prepared);
    const [oldest] = this.#prepared;
    if (this.#prepared.size <= preparedLimit || !oldest) return;
    const [oldSql, { name }] = oldest;
    this.#prepared.delete(oldSql);
    const close = [protocol.serialize.close({ type: 'S', name }), protocol.serialize.sync()];
    await this.#exchange(joined(close));
  }

  /** Unlike `execProtocolRaw` it leaves the answer unread, which is read once then. */
  async #exchange(request: Uint8Array): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    // Each part is a view of PostgreSQL's own memory, which the next one overwrites.
    const onRawData = (part: Uint8Array) => void parts.push(part.slice());
    await this.execProtocolRawStream(request, { syncToFs: false, onRawData });
    return joined(parts);
  }
}

function readAnswer(bytes: Uint8Array): Answer {
  const answer: Answer = { rows: [], fields: [], tag: '', error: null };
  new protocol.Parser().parse(bytes, message => {
    if (message instanceof messages.DatabaseError) answer.error ??= message;
    else if (message instanceof messages.DataRowMessage) answer.rows.push(message.fields);
    else if (message instanceof messages.RowDescriptionMessage) answer.fields = message.fields;
    else if (message instanceof messages.CommandCompleteMessage) answer.tag = message.text;
  });
  return answer;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A value as PostgreSQL reads it in text form; the server knows the type from the statement. */
export function parameterText(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return `{${value.map(elementText).join(',')}}`;
  return plainText(value);
}

function plainText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Quoted, so that commas, braces, quotes and the word NULL are only text. */
function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `{${value.map(elementText).join(',')}}`;
  const text = typeof value === 'string' ? value : plainText(value);
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
