import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Hook, HookRule } from '../../../src/hooks/hook.ts';
import { momentFrom } from '../../../src/hooks/moment.ts';
import { readDeeds } from '../../../src/hooks/read-deeds.ts';
import { type ReadyName, readyNames, readyRules } from '../../../src/hooks/ready/ready.ts';

const now = new Date('2026-03-06T23:00:00Z');

const build = (over: Partial<Hook>): Hook => ({
  id: 'tool',
  signed: 'bearer',
  customer: 'northwind',
  publish: false,
  like: null,
  rules: [],
  ...over,
});

const read = (hook: Hook, payload: unknown, event: string | null = null) =>
  readDeeds(hook, { id: 'hook:tool:1', hook: { name: 'tool', event, payload } }, now);

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/hooks/${name}.json`, import.meta.url), 'utf8'));

/** What a payload comes to in a line each, as a person would tell it. */
function told(like: ReadyName, name: string, event: string | null = null): string[] {
  const customer = { from: '/labels/customer', is: { northwind: 'northwind' } };
  const hook = build({ like, ...(like === 'alertmanager' && { customer }) });
  return read(hook, fixture(name), event).map(deed => {
    if (deed.kind === 'event')
      return `${deed.visibility} at ${deed.at?.toISOString().slice(11, 16)}: ${deed.text}`;
    if (deed.kind === 'page') return `${deed.visibility} ${deed.weight} page: ${deed.reason}`;
    return deed.kind === 'move' ? `${deed.step} ${deed.to}` : deed.why;
  });
}

describe('what other systems send', () => {
  const rows: [ReadyName, string, string | null, string[]][] = [
    [
      'github',
      'github-deployment-status',
      'deployment_status',
      ['internal at 22:20: ledger: deployment of v4.2.0 to production succeeded'],
    ],
    ['github', 'github-release', 'release', ['internal at 21:20: ledger: release v4.2.0 is out']],
    [
      'gitlab',
      'gitlab-pipeline',
      'Pipeline Hook',
      ['internal at 22:26: ledger: pipeline 31 on main failed'],
    ],
    [
      'jira',
      'jira-issue-updated',
      null,
      ['internal at 22:52: LEDGER-154 is Done: Totals differ after the copy'],
    ],
    [
      'zendesk',
      'zendesk-ticket-status-changed',
      null,
      ['internal at 22:33: Ticket 35436 is SOLVED: Cannot post to March'],
    ],
    [
      'servicenow',
      'servicenow-incident',
      null,
      ['internal at undefined: INC0010023: Ledger answers slowly (new, priority 2)'],
    ],
    [
      'alertmanager',
      'alertmanager-v4',
      null,
      [
        'internal critical page: LedgerDown: ledger-1 has not answered for 2 minutes',
        'internal gentle page: DiskFilling: 80 % of /var is used',
        'internal at 22:45: Backup: The nightly backup has begun',
        'internal at 22:30: Over: QueueLong: 4,000 jobs wait',
        'it is about no customer of this hook: "somebody-else"',
      ],
    ],
    [
      'statuspage',
      'statuspage-incident',
      null,
      [
        'internal at 22:37: Slow bank feeds (identified, impact minor): One bank answers slowly. We wait for them.',
      ],
    ],
    [
      'statuspage',
      'statuspage-component',
      null,
      ['internal at 22:59: Bank feeds is under_maintenance, was operational'],
    ],
    [
      'pagerduty',
      'pagerduty-v3',
      null,
      ['internal at 22:35: Incident 9 was raised: Ledger is down'],
    ],
  ];
  test.each(rows)('%s: %s is told as a person would', (like, name, event, lines) => {
    expect(told(like, name, event)).toEqual(lines);
  });

  test.each(readyNames)('%s tells no customer anything', name => {
    const seen = readyRules(name).flatMap(({ event, page, move }) => [
      event?.visibility ?? 'internal',
      page?.visibility ?? 'internal',
      move ? 'shared' : 'internal',
    ]);
    expect(new Set(seen)).toEqual(new Set(['internal']));
  });
});

describe('a rule of our own', () => {
  const rule: HookRule = {
    when: { '/state': ['done', true] },
    move: { transition: 'erp-go-live', step: '{/step}', to: 'done' },
    event: { text: '{/by|/system}: {/step}', visibility: 'shared' },
  };

  test('goes before the ready ones, and may mean two things', () => {
    const payload = { state: true, step: 'copy', system: 'runner' };
    expect(read(build({ rules: [rule] }), payload)).toMatchObject([
      { kind: 'event', text: 'runner: copy', visibility: 'shared' },
      { kind: 'move', transition: 'erp-go-live', step: 'copy', to: 'done' },
    ]);
  });

  test('comes to nothing where what it would say is empty, and says so', () => {
    expect(read(build({ rules: [rule] }), { state: 'done' })).toContainEqual({
      kind: 'nothing',
      why: 'what it would say is empty',
    });
    expect(read(build({ rules: [rule] }), { state: 'begun' })).toEqual([
      { kind: 'nothing', why: 'no rule fits it' },
    ]);
  });

  test('reads a thing told again as the same thing, and another as another', () => {
    const once = { ...rule, once: '{/step}' };
    const names = (step: string, note: string) =>
      read(build({ rules: [once] }), { state: 'done', step, note }).map(deed =>
        deed.kind === 'nothing' ? '' : deed.once,
      );
    expect(names('copy', 'first')).toEqual(names('copy', 'second'));
    expect(names('copy', 'first')).not.toEqual(names('open', 'first'));
  });

  test('takes a payload made to be slow, deep or to reach out of itself in no time, and says nothing of it', () => {
    const each: HookRule = { each: '/list', event: { text: '{/x}', visibility: 'internal' } };
    const list = Array.from({ length: 50_000 }, () => ({ x: '{/x}'.repeat(1_000) }));
    const before = process.cpuUsage();
    const deeds = read(build({ rules: [each] }), { list });
    expect(deeds).toHaveLength(100);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    for (const deed of deeds) expect(JSON.stringify(deed).length).toBeLessThan(2_000);
    const up: HookRule = {
      event: { text: '{/constructor/name}{/__proto__/x}{/toString}', visibility: 'internal' },
    };
    expect(read(build({ rules: [up] }), {})).toMatchObject([{ kind: 'nothing' }]);
  });

  test('a line break cannot make foreign words look like ours', () => {
    const say: HookRule = { event: { text: 'Ticket: {/title}', visibility: 'internal' } };
    const title = 'x\n✅ All systems\u2028are \u202efine\u0007';
    expect(read(build({ rules: [say] }), { title })).toMatchObject([
      { text: 'Ticket: x ✅ All systems are fine' },
    ]);
  });
});

describe('a moment as systems write it', () => {
  test.each([
    ['2026-03-06T22:00:00Z', '2026-03-06T22:00:00.000Z'],
    ['2026-03-06T22:00:00.739266876+02:00', '2026-03-06T20:00:00.739Z'],
    ['2026-03-06T22:00+0100', '2026-03-06T21:00:00.000Z'],
    ['2026-03-06 22:00:00 UTC', '2026-03-06T22:00:00.000Z'],
    ['2026-03-06 22:00:00 -0500', '2026-03-07T03:00:00.000Z'],
    [1_772_837_559, '2026-03-06T22:52:39.000Z'],
    [1_772_837_559_131, '2026-03-06T22:52:39.131Z'],
    ['2026-03-06 22:00:00', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s', (written, instant) => {
    expect(momentFrom(written)?.toISOString()).toBe(instant);
  });
});
