import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../../src/shared/database.ts';
import { emptyDatabase, openTestDatabase } from '../../harness/database.ts';

let database: Database;
beforeAll(async () => {
  database = (await openTestDatabase()).database;
});
beforeEach(() => emptyDatabase({ database }));
afterAll(() => database.close());

const person = { side: 'customer', timeZone: 'UTC', contact: [] };
const save = (id: string, name: string, skills: string[] = []) =>
  database.client.person.create({ data: { ...person, id, name, skills } });

describe('what is written comes back as it was', () => {
  // PostgreSQL has no NUL in text, and no lone surrogates.
  const text = fc.string({ unit: 'binary' }).filter(value => !value.includes('\0'));
  const texts = fc.array(
    fc.oneof(
      text,
      fc.constantFrom('', 'NULL', 'null', '"', '\\', '{}', '{', ',', ' ', "'", '\n', '\\"'),
    ),
    { maxLength: 5 },
  );

  test('texts and lists of texts, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(text, texts, async (name, skills) => {
        await emptyDatabase({ database });
        await save('x', name, skills);
        const found = await database.client.person.findUniqueOrThrow({ where: { id: 'x' } });
        expect([found.name, found.skills]).toEqual([name, skills]);
        expect(
          await database.client.person.count({ where: { name, skills: { equals: skills } } }),
        ).toBe(1);
        expect(await database.client.person.count({ where: { id: { in: ['y', 'x'] } } })).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  test('JSON, whatever is in it', async () => {
    const json = fc
      .jsonValue({ noUnicodeString: false, maxDepth: 3 })
      .map(value => JSON.parse(JSON.stringify(value)));
    // PostgreSQL takes no such characters; and Prisma's own copying of a value loses a key of that name.
    const unsound = /\\u0000|\\ud[89a-f]|"__proto__"/i;
    const sound = json.filter(value => !unsound.test(JSON.stringify(value)));
    await fc.assert(
      fc.asyncProperty(sound, async value => {
        await database.client.setting.deleteMany();
        await database.client.setting.create({ data: { key: 'x', value: { value } } });
        const found = await database.client.setting.findUniqueOrThrow({ where: { key: 'x' } });
        expect(found.value).toEqual({ value });
      }),
      { numRuns: 100 },
    );
  });

  test('numbers, truth, nothing, and bigints through raw queries', async () => {
    const [row] = await database.client.$queryRaw<Record<string, unknown>[]>`
      SELECT ${5}::int AS int, ${2.5}::float8 AS float, ${true}::boolean AS yes, ${false}::boolean AS no,
        ${null}::text AS nothing, ${9_007_199_254_740_993n}::int8 AS big, ${['a', 'b']}::text[] AS list`;
    expect(row).toEqual({
      int: 5,
      float: 2.5,
      yes: true,
      no: false,
      nothing: null,
      big: 9_007_199_254_740_993n,
      list: ['a', 'b'],
    });
  });
});

test('how many rows a statement touched is told', async () => {
  for (const id of ['a', 'b', 'c']) await save(id, 'same');
  expect(await database.client.$executeRaw`UPDATE person SET name = 'other' WHERE id < 'c'`).toBe(
    2,
  );
  expect((await database.client.person.deleteMany()).count).toBe(3);
});

test('a statement that fails, new or seen before, says why and harms nothing after it', async () => {
  for (let time = 0; time < 3; time += 1) {
    await expect(database.client.$queryRaw`SELECT nonsense`).rejects.toThrow(/nonsense/);
    await save(`p${time}`, 'x');
    await expect(save(`p${time}`, 'x')).rejects.toMatchObject({ code: 'P2002' });
    const failing = database.trip(async ({ tx }) => {
      await tx.$executeRaw`UPDATE person SET name = 'lost'`;
      await tx.$queryRaw`SELECT 1 / ${0}::int`;
    });
    await expect(failing).rejects.toThrow(/division by zero/);
    expect(await database.client.person.count({ where: { name: 'lost' } })).toBe(0);
  }
});

test('more kinds of statements than are kept prepared all work, again and again', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 600; index += 1) {
      const [row] = await database.client.$queryRawUnsafe<{ sum: number }[]>(
        `SELECT $1::int + ${index} AS sum`,
        1,
      );
      expect(row?.sum).toBe(index + 1);
    }
  }
});

test('a result of many megabytes comes whole', async () => {
  const [row] = await database.client.$queryRaw<
    { big: string }[]
  >`SELECT repeat('x', 20000000) AS big`;
  expect(row?.big).toHaveLength(20_000_000);
  expect(await database.client.person.count()).toBe(0);
});
