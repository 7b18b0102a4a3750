import { expect, test } from '@jest/globals';
import { plainRead } from '../../../src/adapters/database/plain/plain-read.ts';
import { plainWrite } from '../../../src/adapters/database/plain/plain-write.ts';
import type { Table } from '../../../src/adapters/database/plain/tables.ts';

const columns = ['id', 'customerId', 'key', 'state', 'data'];
const table: Table = {
  name: 'thing',
  columns,
  comparable: columns.filter(name => name !== 'data'),
  big: [],
};
const state = 'open';

const notWhole = [
  ['is left out', undefined],
  ['asks nothing', {}],
  ['has an undefined key', { id: undefined }],
  ['has an undefined key beside others', { customerId: 'c', id: undefined }],
  ['compares with what is undefined', { id: 'a', key: { not: undefined } }],
  ['has an undefined key in one of its branches', { OR: [{ id: 'a' }, { key: undefined, state }] }],
  ['asks for the opposite', { id: 'a', NOT: { state } }],
  ['asks for the opposite in the name of a key', { NOT: { customerId: 'c', key: 'k' } }],
  ['asks for what belongs to another table', { customer: { id: 'c' } }],
  ['has half a key of several columns', { customerId_key: { customerId: 'c' } }],
  [
    'has a key of several with one undefined',
    { customerId_key: { customerId: 'c', key: undefined } },
  ],
  ['asks twice for one column', { customerId_key: { customerId: 'c', key: 'k' }, customerId: 'd' }],
  ['names a key otherwise than its columns', { customerId_key: { id: 'a', state } }],
] as const;

test.each(notWhole)(
  'a change or a row whose condition %s is Prisma’s to do or to refuse, never every row’s',
  (_, where) => {
    const data = { state: 'done' };
    for (const method of ['update', 'updateMany', 'deleteMany'])
      expect(
        plainWrite(table, method, { where, ...(method === 'deleteMany' ? {} : { data }) }),
      ).toBeNull();
    for (const method of ['findUnique', 'findUniqueOrThrow'])
      expect(plainRead(table, method, { where })).toBeNull();
  },
);

test('a key of several columns is asked for by each of them', () => {
  const where = { customerId_key: { customerId: 'c', key: 'k' } };
  const asked = 'WHERE "customerId" = $1 AND "key" = $2';
  const read = plainRead(table, 'findUnique', { where });
  expect(read?.sql).toContain(asked);
  expect(read?.values).toEqual(['c', 'k']);
  const change = plainWrite(table, 'update', { where, data: { state } });
  expect(change?.sql).toContain('WHERE "customerId" = $2 AND "key" = $3');
  expect(change?.values).toEqual([state, 'c', 'k']);
});

test('what a list leaves undefined it does not ask, as with Prisma', () => {
  const list = plainRead(table, 'findMany', { where: { customerId: 'c', key: undefined } });
  expect(list?.sql).toMatch(/WHERE "customerId" = \$1$/);
});
