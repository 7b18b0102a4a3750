import { readFileSync, appendFileSync, writeFileSync } from 'node:fs';
import { openTestWorld } from './test/harness/world.ts';

const setup = {
  organisation: { name: 'Ledgerline', timeZone: 'Europe/London' },
  people: [
    { id: 'nora', name: 'Nora Lindqvist', side: 'vendor', timeZone: 'Europe/London' },
    { id: 'idris', name: 'Idris Kane', side: 'vendor', timeZone: 'Europe/London' },
    { id: 'helen', name: 'Helen Park', side: 'vendor', timeZone: 'Europe/London' },
    { id: 'grace', name: 'Grace Moyo', side: 'customer', customer: 'meridian', timeZone: 'Europe/London' },
    { id: 'daniel', name: 'Daniel Reyes', side: 'customer', customer: 'meridian', timeZone: 'Europe/London' },
  ],
  customers: [{
    id: 'meridian', name: 'Meridian', timeZone: 'Europe/London',
    businessHours: { days: ['mon','tue','wed','thu','fri'], from: '09:00', to: '17:00' },
    people: { leader: 'daniel', members: ['grace'], advocate: 'nora', backup: 'idris', manager: 'helen' },
    places: [{ id: 'meridian-shared', audience: 'shared' }, { id: 'meridian-team', audience: 'internal' }],
    escalation: 'default',
    transitions: [{ id: 'erp', kind: 'go-live', name: 'move to the new ledger',
      window: { from: '2026-03-06T18:00:00Z', until: '2026-03-07T06:00:00Z' },
      milestones: [
        { id: 'backup', name: 'Back up the old system', from: '2026-03-06T18:00:00Z', until: '2026-03-06T19:00:00Z' },
        { id: 'copy', name: 'Copy the balances', from: '2026-03-06T19:00:00Z', until: '2026-03-06T23:00:00Z' },
        { id: 'open', name: 'Open the new ledger', from: '2026-03-07T01:00:00Z', until: '2026-03-07T02:00:00Z' },
      ] }],
  }],
  schedules: [{ id: 'duty', timeZone: 'Europe/London', rotation: { every: '1w', start: '2026-02-23T09:00', people: ['idris'] }, overrides: [] }],
  escalations: [{ id: 'default', levels: [{ to: ['advocate'], wait: '5m' }, { to: [{ schedule: 'duty' }], wait: '5m' }], repeat: 1 }],
};

async function one(ctx: string, text: string): Promise<string[]> {
  const at = ctx === 'W' ? '2026-02-27T11:00:00Z' : '2026-03-06T17:30:00Z';
  const world = await openTestWorld(setup, { at });
  try {
    if (ctx !== 'W') {
      await world.at('2026-03-06T18:05:00Z');
      await world.says('nora', null, 'milestone backup started').catch(() => []);
      await world.at('2026-03-06T18:55:00Z');
      await world.says('nora', null, 'milestone backup done').catch(() => []);
      await world.at('2026-03-06T19:02:00Z');
      await world.says('nora', null, 'milestone copy started').catch(() => []);
      await world.at('2026-03-06T19:20:00Z');
      if (ctx === 'P' || ctx === 'T') {
        await world.says('daniel', 'meridian-shared', 'page: nobody in Leeds can post invoices');
        await world.pass(120_000);
      }
      if (ctx === 'T') {
        await world.presses('nora', 'page.acknowledge');
        await world.pass(120_000);
      }
    }
    const before = world.lines.length;
    await world.says('daniel', 'meridian-shared', text);
    await world.pass(90_000);
    const out: string[] = [];
    for (const l of world.lines.slice(before)) {
      if (l.kind === 'message') out.push(`${l.to}${l.edited ? '*' : ''} [${l.message}] ${l.text.replace(/\n+/g, ' / ')}${l.actions.length ? ' {' + l.actions.map(a => a.id).join(',') + '}' : ''}`);
      if (l.kind === 'event') out.push(`  fact ${l.event}: ${l.text}`);
    }
    return out;
  } finally { await world.close().catch(() => {}); }
}

const file = process.argv[2] ?? '';
const rows = readFileSync(file, 'utf8').split('\n').filter(l => l.trim() && !l.startsWith('#'));
writeFileSync(file.replace(/\.txt$/, '.out'), '');
let n = 0;
for (const row of rows) {
  n += 1;
  const [ctx = 'N', text = '', want = ''] = row.split('|').map(s => s.trim());
  const out = await one(ctx, text).catch(e => [`ERROR ${e instanceof Error ? e.message : e}`]);
  appendFileSync(file.replace(/\.txt$/, '.out'), `### ${n} ${ctx} | ${text} | ${want}\n${out.map(o => '    ' + o.slice(0, 420)).join('\n') || '    (silent)'}\n`);
}
process.exit(0);
