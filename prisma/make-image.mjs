// Part of `npm run build`: a dump of the empty, migrated database, so that no start has to make one.
import { linkSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeImage, removeOtherImages } from '../dist/adapters/database/image.js';
import { listMigrations } from '../dist/adapters/database/list-migrations.js';

const generated = fileURLToPath(new URL('../src/generated', import.meta.url));
const built = fileURLToPath(new URL('../dist/generated', import.meta.url));
const migrations = await listMigrations();
for (const directory of [generated, built]) await removeOtherImages(directory, migrations);
const image = await makeImage(generated, migrations);
rmSync(`${built}/${basename(image)}`, { force: true });
linkSync(image, `${built}/${basename(image)}`);
