import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleSetup, exampleWith } from '../../unit/setup/example.ts';
import { createDesk, type Desk } from './io.ts';

const desk = createDesk();
const stackTrace = /^\s+at .*:\d+/m;
const write = (name: string, text: string) => writeFileSync(join(desk.directory, name), text);
beforeAll(() => write('northwind.setup.yaml', exampleSetup));
afterAll(() => desk.clear());

describe('somebody who types a wrong command line is told what to type', () => {
  test.each([
    ['a command that is none', ['imprt'], /unknown command 'imprt'\n\(Did you mean import\?\)/],
    ['an option that is none', ['rehearse', '--jsn', 'x'], /unknown option '--jsn'/],
    ['a file left out', ['import'], /missing required argument 'file'/],
    [
      'a file that is not there',
      ['import', 'nothing.yaml'],
      /^nothing\.yaml: there is no such file\. Check the path\.\n$/,
    ],
    ['a folder instead of a file', ['import', '.'], /^\.: this is a folder/],
    [
      'a scenario that is not there',
      ['rehearse', 'nothing.yaml'],
      /^nothing\.yaml: there is no such file/,
    ],
    ['nothing to do', [], /Usage: handrail/],
  ])('%s', async (_, argv, said) => {
    const { code, out, err } = await desk.run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
  });

  test('--help and --version are no mistake', async () => {
    expect((await desk.run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { code, out } = await desk.run(['--help']);
    expect(code).toBe(0);
    for (const name of ['start', 'rehearse', 'import', 'understand', 'doctor', 'report', 'token']) {
      expect(out).toContain(`\n  ${name}`);
    }
  });
});

describe('handrail import', () => {
  test('refuses a wrong file with its line and field, and writes nothing', async () => {
    write('wrong.setup.yaml', exampleWith('advocate: adv-1', 'advocate: adv-3'));
    const { code, err } = await desk.run(['import', 'wrong.setup.yaml']);
    expect(code).toBe(2);
    expect(err).toBe(
      'wrong.setup.yaml:15 customers[0].people.advocate: there is no person "adv-3" in this file. Did you mean adv-1?\n',
    );
    expect((await desk.run(['doctor'])).out).toContain('not there yet');
  });

  test('says what it created, and the second time that there is nothing to change', async () => {
    const first = await desk.run(['import', 'northwind.setup.yaml', '--json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    const { created, changed, left } = JSON.parse(first.out);
    expect(created).toContain('customer northwind');
    expect(created).toContain('milestone northwind/erp-go-live/backup');
    expect({ changed, left }).toEqual({ changed: [], left: [] });
    const second = await desk.run(['import', 'northwind.setup.yaml']);
    expect(second.out).toMatch(/^northwind\.setup\.yaml: nothing to change\.\n {2}left 1\d: /);
  });

  test('a place handed to another customer is refused with its line', async () => {
    const text = exampleSetup
      .replaceAll('northwind', 'southwind')
      .replaceAll('southwind-', 'northwind-');
    write('southwind.setup.yaml', text);
    const { code, err } = await desk.run(['import', 'southwind.setup.yaml']);
    expect(code).toBe(2);
    expect(err).toContain(
      'southwind.setup.yaml:17 customers[0].places[0].id: the place "northwind-shared" already belongs to northwind.',
    );
  });
});

describe('handrail token', () => {
  test('a token is shown once, listed without its secret, and ended by its id', async () => {
    const made = await desk.run([
      'token',
      'create',
      '--name',
      'tickets',
      '--customer',
      'northwind',
    ]);
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/^hrt_[\w-]{43}\n$/);
    expect(made.err).toContain('only time');
    const listed = await desk.run(['token', 'list']);
    expect(listed.out).toMatch(/in use .* northwind {2}tickets\n$/);
    expect(listed.out).not.toContain(made.out.trim());
    const id = listed.out.split(' ')[0] ?? '';
    expect((await desk.run(['token', 'revoke', id])).out).toContain('is revoked');
    expect((await desk.run(['token', 'revoke', id])).out).toContain('already revoked');
    expect((await desk.run(['token', 'list'])).out).toContain('revoked');
    expect((await desk.run(['token', 'revoke', 'nobody'])).code).toBe(1);
  });

  test('a customer that is not there is refused', async () => {
    const argv = ['token', 'create', '--name', 'x', '--customer', 'northwnd'];
    const { code, out, err } = await desk.run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--customer northwnd: there is no such customer');
  });
});

test('handrail sign-in shows a link for one of the vendor’s people, and for nobody else', async () => {
  const { code, out, err } = await desk.run(['sign-in', 'adv-1']);
  expect(code).toBe(0);
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:3978\/console\/sign-in\/[a-z0-9]{40}\n$/);
  expect(err).toContain('works once, for adv-1 alone, within 10 minutes');
  for (const nobody of ['lead-1', 'nobody'])
    expect(await desk.run(['sign-in', nobody])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('is none of your people'),
    });
});

describe('handrail doctor', () => {
  test('names everything that would keep a page from arriving', async () => {
    const { code, out } = await desk.run(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain('Slack: not configured');
    expect(out).toContain('clock: ');
    expect(out).toMatch(
      /⚠️ {1,2}people: would be called but have no identity .*: adv-1, eng-1, mgr-1\./,
    );
    expect(out).toMatch(/1 to fix/);
  });

  test('finds gaps on call, customers without a place and escalations that reach nobody', async () => {
    const text = exampleSetup
      .replaceAll('northwind', 'bare')
      .replace(/ {4}places:\n.*\n.*\n/, '')
      .replace(/U0LEAD/, 'U0BARE')
      .replace('id: lead-1', 'id: lead-9')
      .replace('leader: lead-1', 'leader: lead-9')
      .replace('start: 2026-03-02T09:00', 'start: 2099-03-02T09:00')
      .replace('backup: adv-2, sales: sales-1, manager: mgr-1', '')
      .replace('escalation: default', 'escalation: empty')
      .replace('id: default, levels: [ { to: [advocate], wait: 5m }, ', 'id: empty, levels: [ ');
    write('bare.setup.yaml', text);
    expect((await desk.run(['import', 'bare.setup.yaml'])).err).toBe('');
    const { code, out } = await desk.run(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain(
      'no shared place, so Handrail cannot speak with them. Give each one in its setup: bare.',
    );
    expect(out).toMatch(/duty has nobody from .* \(Europe\/London\)/);
    expect(out).toContain('empty reaches nobody for bare');
  });

  test('says for whom nobody can be relied on tonight, and whose leave is not known', async () => {
    const text = exampleSetup
      .replaceAll('northwind', 'quiet')
      .replace(/U0LEAD/, 'U0QUIET')
      .replace(/C0SHARED/, 'C0QUIET')
      .replaceAll('lead-1', 'lead-8')
      .replaceAll('advocate: adv-1', 'advocate: mgr-1')
      .replace('id: mgr-1,', 'id: mgr-1, leave: "https://calendar.example.com/helen.ics",');
    write('quiet.setup.yaml', text);
    expect((await desk.run(['import', 'quiet.setup.yaml'])).err).toBe('');
    const { out } = await desk.run(['doctor']);
    expect(out).toMatch(/ladders: .*quiet.*Type "readiness"/);
    expect(out).toContain('leave: the calendar of mgr-1 was not read for a day.');
  });

  test('says which media are set up, and that answers cannot come back to an address of this machine alone', async () => {
    write(
      '.env',
      `SMTP_URL=smtp://mail.example\nMAIL_FROM=a@b.example\nPAGE_WEBHOOK_URL=https://pager.example\nPAGE_WEBHOOK_SECRET=${'0'.repeat(16)}\n`,
    );
    const { out } = await desk.run(['doctor']);
    write('.env', '');
    expect(out).toContain('e-mail: configured.');
    expect(out).toContain('webhook: configured.');
    expect(out).toContain('SMS and voice: not configured. Set TWILIO_ACCOUNT_SID');
    expect(out).toContain('answers: cannot come back: PUBLIC_URL is http://127.0.0.1:3978');
  });

  test('a broken .env is told with its line', async () => {
    write('.env', 'PORT=many\nnonsense\n');
    const { code, out } = await desk.run(['doctor']);
    write('.env', '');
    expect(code).toBe(1);
    expect(out).toContain('PORT');
    expect(out).toContain(':2');
  });
});

describe('handrail start', () => {
  const desks: Desk[] = [];
  const deskWith = (env: Readonly<Record<string, string>>): Desk => {
    const one = createDesk({ LOG_LEVEL: 'silent', ...env });
    desks.push(one);
    return one;
  };
  afterAll(() => {
    for (const one of desks) one.clear();
  });

  test('a broken .env is bad input: every line that is wrong, and nothing started', async () => {
    write('.env', 'PORT=many\n');
    const { code, err } = await desk.run(['start']);
    write('.env', '');
    expect(code).toBe(2);
    expect(err).toContain('PORT');
    expect(err).not.toMatch(stackTrace);
  });

  test('a data directory that cannot be written is named, with what to do', async () => {
    const { code, err } = await deskWith({ DATA_DIR: '/dev/null/data' }).run(['start']);
    expect(code).toBe(1);
    expect(err).toMatch(/^Cannot write to the data directory \/dev\/null\/data: .* set DATA_DIR/);
    expect(err).not.toMatch(stackTrace);
  });

  test('a port that is taken is named, with what to do, and nothing stays open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const taken = deskWith({ PORT: String(port) });
    const { code, err } = await taken.run(['start']);
    expect(code).not.toBe(0);
    expect(err).toContain(`already listening on 127.0.0.1:${port}`);
    other.close();
    await once(other, 'close');
    expect((await taken.run(['start'])).code).toBe(0);
  });
});

describe('handrail report --calibration', () => {
  test('says what of when nothing was asked for, and what is wrong with a date or a name', async () => {
    const nothing = await desk.run(['report']);
    expect(nothing).toMatchObject({ code: 2, out: '' });
    expect(nothing.err).toContain('handrail report --calibration');
    const date = await desk.run(['report', '--calibration', '--from', 'March']);
    expect(date).toMatchObject({ code: 2, out: '' });
    expect(date.err).toBe('--from March: is no date; write it like 2026-03-01.\n');
    const stranger = await desk.run(['report', 'nobody', '--calibration']);
    expect(stranger).toMatchObject({ code: 2, out: '' });
    expect(stranger.err).toContain('there is no such customer');
  }, 60_000);

  test('tells of weeks that have passed, or that none has', async () => {
    expect((await desk.run(['import', 'northwind.setup.yaml'])).code).toBe(0);
    const { code, out } = await desk.run(['report', '--calibration']);
    expect(code).toBe(0);
    expect(out).toMatch(/^(No week has passed yet|said to pass quietly)/);
  }, 60_000);
});

describe('handrail report --on-call', () => {
  test('writes hours and nights per person as CSV', async () => {
    expect((await desk.run(['import', 'northwind.setup.yaml'])).code).toBe(0);
    const days = ['--from', '2026-03-02', '--until', '2026-03-16'];
    const { code, out } = await desk.run(['report', '--on-call', ...days]);
    expect(code).toBe(0);
    const [head, ...lines] = out.trim().split('\n');
    expect(head).toBe('person,name,hours,night hours,nights,weekend hours,night calls');
    // The first turn begins on 2 March at 09:00.
    const hours = lines.map(line => Number(line.split(',')[2]));
    expect(hours.reduce((sum, one) => sum + one, 0)).toBe(14 * 24 - 9);
  }, 60_000);
});

describe('handrail drill', () => {
  test('says what is wrong with a name, and what there is to drill for', async () => {
    expect((await desk.run(['import', 'northwind.setup.yaml'])).code).toBe(0);
    const stranger = await desk.run(['drill', 'nobody']);
    expect(stranger).toMatchObject({ code: 2, out: '' });
    expect(stranger.err).toContain('there is no such customer');
    // Its window was in March.
    const { code, out } = await desk.run(['drill', 'northwind']);
    expect(code).toBe(0);
    expect(out).toContain('has no window ahead, so there is nothing to drill for');
  }, 60_000);
});
