import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Somebody in the story, the same account in every seat. */
export interface Player {
  readonly name: string;
  readonly user: string;
}

export const tenant = '0a0a0a0a-0000-4000-8000-000000000001';
/** The channel the customer's seat calls "General". */
export const channel = '19:northwind@thread.tacv2';

/** Microsoft's Agents Playground, downloaded once into `folder`. Returns its command. */
export function fetchPlayground(folder: string): string {
  const command = join(folder, 'node_modules/@microsoft/m365agentsplayground/cli.js');
  if (existsSync(command)) return command;
  console.log('Downloading @microsoft/m365agentsplayground …');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefix', folder, '@microsoft/m365agentsplayground'],
    { stdio: 'inherit' },
  );
  if (status !== 0)
    throw new Error('The Playground could not be downloaded from the npm registry.');
  return command;
}

export interface SeatParts {
  readonly command: string;
  readonly folder: string;
  readonly port: number;
  readonly endpoint: string;
  /** Who sits here; the others are the five people around them. */
  readonly players: readonly [Player, ...Player[]];
  readonly team: string;
}

/** One Teams client for one person, as a process of its own. */
export async function openSeat(parts: SeatParts): Promise<ChildProcess> {
  const { command, folder, port, endpoint } = parts;
  mkdirSync(folder, { recursive: true });
  // JSON is YAML as well.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(contextOf(parts)));
  const seat = spawn(
    process.execPath,
    [command, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    { cwd: folder, stdio: ['pipe', 'ignore', 'inherit'] },
  );
  await answers(`http://localhost:${port}/`);
  return seat;
}

/** Waits until something answers there. */
export async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await pause(250);
  }
  throw new Error(`Nothing answers at ${url}.`);
}

function contextOf({ players, team }: SeatParts) {
  const [first, ...others] = players.map(({ name, user }) => {
    const [givenName = '', surname = ''] = name.split(' ');
    const email = `${givenName.toLowerCase()}@example.com`;
    const id = `29:${givenName.toLowerCase()}`;
    return { id, name, userPrincipleName: email, aadObjectId: user, givenName, surname, email };
  });
  return {
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '28:handrail', name: 'Handrail' },
    currentUser: first,
    users: others,
    personalChat: { id: `a:${first?.givenName.toLowerCase()}` },
    groupChat: { id: `19:group-${first?.givenName.toLowerCase()}@thread.v2`, name: 'Group' },
    team: {
      id: team,
      name: 'Northwind go-live',
      aadGroupId: '0e0e0e0e-0000-4000-8000-000000000001',
      channels: [],
    },
  };
}
