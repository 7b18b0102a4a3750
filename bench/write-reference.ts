import { writeFileSync } from 'node:fs';
import { openApi } from '../src/adapters/api/v1/open-api.ts';
import { setupPage } from '../src/setup/reference/setup-page.ts';
import { setupSchema } from '../src/setup/reference/setup-schema.ts';

/** Writes what is made from the schemas, for people and editors to read: `npm run reference`. */
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

writeFileSync('docs/setup.md', setupPage(setupSchema()));
writeFileSync('docs/setup.schema.json', json(setupSchema()));
writeFileSync('docs/openapi.json', json(openApi()));
