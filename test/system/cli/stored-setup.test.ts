import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { readSetup, setupFrom } from '../../../src/setup/setup.ts';
import { loadStored } from '../../../src/setup/stored/load-stored.ts';
import { openTestDatabase } from '../../harness/database.ts';

const files = readdirSync('examples').filter(name => name.endsWith('.setup.yaml'));

describe('a setup that was imported', () => {
  test.each(files)(
    'is told again as %s said it, and importing that changes nothing',
    async name => {
      const ports = await openTestDatabase('2026-03-01T12:00:00Z');
      try {
        const setup = readSetup(readFileSync(`examples/${name}`, 'utf8'), name);
        const { database } = ports;
        await database.trip(trip => importSetup(trip, setup));
        const ids = setup.customers.map(({ id }) => id);
        const told = await database.trip(({ tx }) => loadStored(tx, ids));
        const report = await database.trip(trip => importSetup(trip, setupFrom(told)));
        expect({ created: report.created, changed: report.changed }).toEqual({
          created: [],
          changed: [],
        });
        expect(await database.trip(({ tx }) => loadStored(tx, ids))).toEqual(told);
      } finally {
        await ports.database.close();
      }
    },
  );
});
