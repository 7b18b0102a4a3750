import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../test/harness/browser.ts';
import { answers, channel, fetchPlayground, openSeat, type Player, tenant } from './playground.ts';

/**
 * `npm run try:teams`: a night in Microsoft's Agents Playground, played in a headless browser. Two seats, the
 * customer in the channel and the advocate alone with Handrail; screenshots are left in `data/try-teams`.
 */
const folder = resolve(process.env.DATA_DIR ?? 'data', 'try-teams');
const port = 4178;
const player = (number: number, name: string): Player => ({
  name,
  user: `0d0d0d0d-0000-4000-8000-00000000000${number}`,
});
const [daniel, nora, idris] = [
  player(1, 'Daniel Reyes'),
  player(2, 'Nora Whitfield'),
  player(3, 'Idris Bello'),
];
const others = [idris, player(4, 'Tom Adeyemi'), player(5, 'Helen Marsh'), player(6, 'Grace Kim')];

/** The window is nearly an hour old, so that the first check-in comes two and a half minutes from now. */
function setupFile(now: Date): string {
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
  const teams = (who: Player) => [{ platform: 'teams', tenant, user: who.user }];
  const vendor = { side: 'vendor', timeZone: 'Europe/London', contact: [{ via: 'chat' }] };
  const zone = 'America/New_York';
  return JSON.stringify({
    organisation: { name: 'Fernhollow Systems', timeZone: 'Europe/London' },
    people: [
      { id: 'adv-1', name: nora.name, ...vendor, identities: teams(nora) },
      { id: 'eng-1', name: idris.name, ...vendor, identities: teams(idris) },
      {
        id: 'lead-1',
        name: daniel.name,
        side: 'customer',
        customer: 'northwind',
        timeZone: zone,
        identities: teams(daniel),
      },
    ],
    customers: [
      {
        id: 'northwind',
        name: 'Northwind',
        timeZone: zone,
        businessHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' },
        people: { leader: 'lead-1', advocate: 'adv-1', backup: 'eng-1', manager: 'adv-1' },
        places: [
          {
            id: 'northwind-shared',
            audience: 'shared',
            identities: [{ platform: 'teams', tenant, conversation: channel }],
          },
        ],
        escalation: 'default',
        transitions: [
          {
            id: 'erp-go-live',
            kind: 'go-live',
            name: 'ERP go-live',
            window: { from: at(-57.5), until: at(300) },
            milestones: [
              { id: 'freeze', name: 'Freeze the old ledger', from: at(-57), until: at(-30) },
              { id: 'copy', name: 'Copy the balances', from: at(-25), until: at(90) },
              { id: 'open', name: 'Open the new ledger', from: at(120), until: at(150) },
            ],
          },
        ],
      },
    ],
    schedules: [
      {
        id: 'duty',
        timeZone: 'Europe/London',
        rotation: { every: '1w', start: '2026-03-02T09:00', people: ['eng-1'] },
      },
    ],
    escalations: [
      {
        id: 'default',
        levels: [
          { to: ['advocate'], wait: '5m' },
          { to: [{ schedule: 'duty' }], wait: '5m' },
        ],
        repeat: 3,
      },
    ],
  });
}

/** One seat's page, and what can be done in it. */
interface Seat {
  readonly page: Page;
  /** In the personal chat. */
  says(text: string): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
  presses(button: string): Promise<void>;
  shows(name: string): Promise<void>;
}

let count = 0;

async function sitDown(context: BrowserContext, seatPort: number): Promise<Seat> {
  const page = await context.newPage();
  await page.goto(`http://localhost:${seatPort}/`);
  await page.getByText('Mock an Activity').waitFor();
  const type = async (box: ReturnType<Page['getByRole']>, text: string) => {
    await box.click();
    await page.keyboard.type(text);
  };
  return {
    page,
    says: async text => {
      await type(page.getByRole('textbox').last(), text);
      await page.getByRole('button', { name: 'Send Message' }).last().click();
    },
    sees: words => page.getByText(words).last().waitFor({ timeout: 200_000 }),
    presses: button => page.getByRole('button', { name: button, exact: true }).last().click(),
    shows: async name => {
      count += 1;
      await page.waitForTimeout(1_500);
      const file = join(folder, `${String(count).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path: file });
      console.log(`✓ ${name}: ${file}`);
    },
  };
}

/** The Playground hands on nothing that is said in a channel without a mention, so there buttons do the talking. */
async function play(customer: Seat, advocate: Seat): Promise<void> {
  // The Playground goes back to the personal chat when that has been installed, so it comes first.
  await customer.sees('installationUpdate 200');
  await customer.page.getByText('General').first().click();
  await customer.page.getByText('Start a new post').waitFor();
  await customer.sees('getConversationPagedMembers');
  await advocate.says('log northwind: the freeze took ten minutes longer than planned');
  await advocate.says('brief northwind');
  await advocate.sees(/ERP go-live/);
  await advocate.shows('advocate-brief');

  await customer.sees('How is it looking from your side?');
  await customer.shows('channel-check-in');
  await customer.presses('Worried');
  await customer.sees(/Shall I/);
  await customer.shows('channel-worried');
  await customer.presses('Yes');
  await customer.sees(/paged your advocate/);
  await customer.shows('channel-receipt');

  await advocate.sees('I have it');
  await advocate.shows('advocate-page');
  await advocate.presses('I have it');
  await customer.sees(/has it/);
  await customer.shows('channel-acknowledged');
  await advocate.shows('advocate-acknowledged');

  await customer.page.getByText('Personal Chat').first().click();
  await customer.says("what's happening now?");
  await customer.sees('As of');
  await customer.shows('personal-situation');
  await customer.page.getByText('General').first().click();
  await advocate.says('resolve northwind: the queue is moving again');
  await customer.sees(/Did that do it/);
  await customer.shows('channel-resolved');
  await customer.presses('Yes');
  await advocate.says('home');
  // The Playground shows no dialogs, so the forms behind these buttons are for a real Teams.
  await advocate.sees('Check-in cadence');
  await advocate.shows('advocate-home');
}

async function main(): Promise<void> {
  if (chromiumPath === null) throw new Error('There is no Chromium on this machine.');
  const command = fetchPlayground(join(folder, 'playground'));
  rmSync(join(folder, 'database'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const setup = join(folder, 'try-teams.setup.yaml');
  writeFileSync(setup, setupFile(new Date()));
  const handrail = resolve('dist/cli/handrail.js');
  const env = {
    ...process.env,
    TEAMS_LOCAL: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: join(folder, 'database'),
    LOG_LEVEL: 'warn',
  };
  const running: ChildProcess[] = [];
  const inFolder = { cwd: folder, env, stdio: 'inherit' } as const;
  const imported = spawnSync(process.execPath, [handrail, 'import', setup], inFolder);
  if (imported.status !== 0) throw new Error('The setup was not imported.');
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    running.push(spawn(process.execPath, [handrail, 'start'], inFolder));
    await answers(`http://127.0.0.1:${port}/health/live`);
    const endpoint = `http://127.0.0.1:${port}/api/messages`;
    const common = { command, endpoint };
    const seats = [
      { name: 'customer', players: [daniel, nora, ...others], team: channel, port: 56_171 },
      {
        name: 'advocate',
        players: [nora, daniel, ...others],
        team: '19:vendor@thread.tacv2',
        port: 56_172,
      },
    ] as const;
    for (const { name, ...seat } of seats)
      running.push(await openSeat({ ...common, ...seat, folder: join(folder, name) }));
    const context = await browser.newContext({ viewport: { width: 1_280, height: 1_000 } });
    context.setDefaultTimeout(60_000);
    const customer = await sitDown(context, seats[0].port);
    const advocate = await sitDown(context, seats[1].port);
    await play(customer, advocate).catch(async error => {
      await customer.shows('failed-customer');
      await advocate.shows('failed-advocate');
      throw error;
    });
  } finally {
    await browser.close();
    for (const one of running) one.kill();
  }
}

await main();
