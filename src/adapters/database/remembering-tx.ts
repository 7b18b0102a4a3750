import type { Tx } from '../../shared/database.ts';
import type { AnswerPlainly } from './plain/answer-plainly.ts';
import { isReading, isRemembered, type TripReads } from './read-cache.ts';

/** What a client of one trip is made of. */
export interface TxParts {
  /** Prisma's own client, which begins with the first call. */
  readonly begin: () => Promise<Tx>;
  readonly reads: TripReads;
  readonly answerPlainly: AnswerPlainly;
}

/** Prisma's typed client of one trip, which asks the database for nothing that is known already, and Prisma for nothing that is plain. */
export function rememberingTx({ begin, reads, answerPlainly }: TxParts): Tx {
  const models = new Map<string, object>();

  async function call(model: string, method: string, given: unknown[]): Promise<unknown> {
    const ask = async () => {
      const plain = await answerPlainly(model, method, given[0]);
      return plain ? plain.answer : callOn(Reflect.get(await begin(), model), method, given);
    };
    if (isRemembered(model, method)) return reads.read(model, method, { args: given[0], ask });
    const answer = await ask();
    if (!isReading(method)) reads.wrote(model);
    return answer;
  }

  async function callRaw(method: string, given: unknown[]): Promise<unknown> {
    const answer = await callOn(await begin(), method, given);
    reads.ran(sqlIn(given[0]));
    return answer;
  }

  return new Proxy({} as Tx, {
    get(_target, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (name.startsWith('$')) return (...given: unknown[]) => callRaw(name, given);
      const known = models.get(name);
      if (known) return known;
      const model = new Proxy(
        {},
        {
          get:
            (_model, method) =>
            (...given: unknown[]) =>
              call(name, String(method), given),
        },
      );
      models.set(name, model);
      return model;
    },
  });
}

/** The statement in `$queryRaw`'s template, or in `$queryRawUnsafe`'s text. */
function sqlIn(first: unknown): string {
  return Array.isArray(first) ? first.join('?') : String(first);
}

function callOn(target: object, method: string, given: unknown[]): unknown {
  return Reflect.apply(Reflect.get(target, method), target, given);
}
