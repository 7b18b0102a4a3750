import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSetup, type Setup } from '../../setup/setup.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** The setups that come with Handrail, for the practice room. */
export async function readExamples(): Promise<Setup[]> {
  const names = (await readdir(examples)).filter(name => name.endsWith('.setup.yaml')).sort();
  return Promise.all(
    names.map(async name =>
      readSetup(await readFile(join(examples, name), 'utf8'), join('examples', name)),
    ),
  );
}
