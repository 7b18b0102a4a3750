// Part of `npm run build`: a dump of the empty, migrated database, so that no start has to make one.
import { fileURLToPath } from 'node:url';
import { makeImage, removeOtherImages } from '../dist/adapters/database/image.js';
import { listMigrations } from '../dist/adapters/database/list-migrations.js';

const directory = fileURLToPath(new URL('../dist/adapters/database', import.meta.url));
const migrations = await listMigrations();
await removeOtherImages(directory, migrations);
await makeImage(directory, migrations);
