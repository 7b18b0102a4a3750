import { describe, expect, test } from '@jest/globals';
import { jsonLine, type Line } from '../../../src/rehearsal/line.ts';
import { readScenario } from '../../../src/rehearsal/read-scenario.ts';
import { rehearse } from '../../../src/rehearsal/rehearse.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { worldOpener } from '../../harness/open-world.ts';

const phone = '"+15550100101"';

/** Northwind from two in the afternoon, its advocate reached as the contact says, and then these acts. */
async function play(contact: string, ...acts: string[]) {
  const text = `
setup:
  organisation: { name: Fernhollow, timeZone: Europe/London }
  people:
    - { id: adv-1, name: Nora, side: vendor, contact: [${contact}] }
    - { id: mgr-1, name: Helen, side: vendor }
    - { id: lead-1, name: Daniel, side: customer, customer: northwind }
  customers:
    - id: northwind
      name: Northwind
      timeZone: America/New_York
      businessHours: { days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00" }
      people: { leader: lead-1, advocate: adv-1, manager: mgr-1 }
      places: [{ id: shared, audience: shared }, { id: team, audience: internal }]
      escalation: default
      transitions: []
  schedules: []
  escalations:
    - { id: default, levels: [{ to: [advocate], wait: 10m }, { to: [manager], wait: 10m }], repeat: 0 }
from: 2026-03-10T14:00:00-04:00
until: 2026-03-10T14:15:00-04:00
script:
  - { at: +1m, person: lead-1, place: shared, says: "page: the ledger is down" }
${acts.map(act => `  - { ${act} }`).join('\n')}
`;
  const scenario = readScenario({
    file: 'story.yaml',
    text,
    open: path => ({ file: path, text: '' }),
  });
  const complaints = createComplaints();
  const { lines, summary } = await rehearse(scenario, worldOpener(complaints));
  expect(complaints.list).toEqual([]);
  return { lines, summary, course: courseOf(lines) };
}

/** What went to Nora outside chat, and what became of it: "14:01:00 sms", "14:01:01 sms delivered". */
function courseOf(lines: readonly Line[]): string[] {
  return lines.flatMap(line => {
    if (line.kind !== 'delivery' && line.kind !== 'message') return [];
    if (line.via === 'chat' || line.to !== 'adv-1') return [];
    const at = JSON.parse(jsonLine(line)).at.slice(11, 19);
    const what = line.kind === 'delivery' ? line.outcome : line.message;
    return [`${at} ${line.via} ${what}`];
  });
}

const owner = (lines: readonly Line[]) =>
  lines.find(line => line.kind === 'event' && line.event === 'page.acknowledged');

describe('in a story', () => {
  test('a text message arrives, and a reply takes the page', async () => {
    const { course, lines } = await play(
      `{ via: sms, to: ${phone} }`,
      'at: +3m, person: adv-1, replies: "ack", via: sms',
    );
    expect(course).toEqual([
      '14:01:00 sms page',
      '14:01:01 sms delivered',
      '14:03:00 sms answer',
      '14:03:01 sms delivered',
    ]);
    expect(owner(lines)).toMatchObject({ text: 'Nora has the page and is looking' });
  });

  test('what the carrier cannot deliver goes to the telephone at once, and a key takes the page', async () => {
    const { course, lines } = await play(
      `{ via: sms, to: ${phone} }, { via: voice, to: ${phone}, after: 5m }`,
      'at: +30s, medium: sms, becomes: undelivering',
      'at: +2m, person: adv-1, keys: "1", via: voice',
    );
    expect(course).toEqual([
      '14:01:00 sms page',
      '14:01:01 sms undelivered',
      '14:01:01 voice page',
      '14:02:00 voice answered',
    ]);
    expect(owner(lines)).toBeDefined();
  });

  test('a phone that is off rings for thirty seconds, twice, and a key in it is not possible', async () => {
    const { course, summary } = await play(
      `{ via: voice, to: ${phone} }`,
      'at: +30s, unreachable: adv-1, via: voice',
      'at: +70s, person: adv-1, keys: "1", via: voice',
    );
    expect(course).toEqual([
      '14:01:00 voice page',
      '14:01:30 voice no-answer',
      '14:01:30 voice page',
      '14:02:00 voice no-answer',
    ]);
    expect(summary.missed).toEqual([expect.stringContaining('adv-1 is out of reach by voice')]);
  });

  test('a medium that is down is passed over within seconds, and its manager hears of it once', async () => {
    const { course, lines } = await play(
      `{ via: sms, to: ${phone} }, { via: voice, to: ${phone}, after: 5m }`,
      'at: +30s, medium: sms, becomes: down',
    );
    expect(course[0]).toMatch(/^14:01:0\d voice page$/);
    const told = lines.filter(
      line =>
        line.kind === 'message' &&
        line.to === 'mgr-1' &&
        /by text message just now/.test(line.text),
    );
    expect(told).toHaveLength(1);
  });

  test('the button behind the link in a mail takes the page', async () => {
    const { lines } = await play(
      '{ via: email, to: nora@vendor.example }',
      'at: +3m, person: adv-1, confirms: page.acknowledge, via: email',
    );
    expect(owner(lines)).toBeDefined();
  });

  test('what is only proposed, or never wanted, is not used while there is another way', async () => {
    const { course } = await play(
      `{ via: sms, to: ${phone}, verified: false }, { via: voice, to: ${phone} }`,
    );
    expect(course[0]).toBe('14:01:00 voice page');
    const only = await play(`{ via: sms, to: ${phone}, verified: false }`);
    expect(only.course[0]).toBe('14:01:00 sms page');
  });
});
