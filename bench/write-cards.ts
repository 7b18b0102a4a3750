import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shared, words } from '../src/delivery/audience.ts';
import { type Card, messageNames, sharedCard } from '../src/delivery/card.ts';
import type { Outgoing, Surface } from '../src/delivery/surface.ts';
import { callCard } from '../src/drills/drill-card.ts';
import { readScenario } from '../src/rehearsal/read-scenario.ts';
import { rehearse } from '../src/rehearsal/rehearse.ts';
import type { OpenWorld } from '../src/rehearsal/stage.ts';
import { handOverCard, shiftCard } from '../src/shifts/shift-card.ts';
import { openly } from '../src/timeline/event.ts';
import { slipCard } from '../src/transitions/slip.ts';
import { createComplaints } from '../test/harness/complaints.ts';
import { worldOpener } from '../test/harness/open-world.ts';
import { cardsDocument, type Sample } from './cards-document.ts';

/** Rehearses the examples, keeps one card of each kind, and writes docs/cards.json and docs/cards.md: `npm run cards`. */
const found = new Map<string, Sample>();

/** A richer card of the same kind shows more: the one with the most to it is kept. */
function weight({ card }: Sample): number {
  const { body, facts = [], actions = [], foot } = card;
  return body.length + facts.length * 2 + actions.length * 2 + (foot ? 1 : 0);
}

function keep(story: string, { card, to, timeZone, via }: Outgoing, now: Date): void {
  if (via !== 'chat') return;
  const sample: Sample = { story, to, timeZone, now: now.toISOString(), card };
  const known = found.get(card.name);
  if (!known || weight(known) < weight(sample)) found.set(card.name, sample);
}

function watched(story: string): OpenWorld {
  return async parts => {
    const inner = parts.surfaces.everywhere;
    if (!inner) throw new Error('A rehearsal reaches everybody.');
    let now = () => parts.from;
    const everywhere: Surface = {
      platform: inner.platform,
      find: message => inner.find(message),
      send: message => {
        keep(story, message, now());
        return inner.send(message);
      },
      edit: (message, ref) => inner.edit(message, ref),
    };
    const surfaces = { connected: [], everywhere };
    const world = await worldOpener(createComplaints())({ ...parts, surfaces });
    now = world.ports.clock.now;
    return world;
  };
}

for (const story of ['northwind', 'orla-outsourcing', 'lakeside-upgrade', 'atelier-new-method']) {
  const file = join('examples', `${story}.scenario.yaml`);
  const open = (path: string) => {
    const named = join(dirname(file), path);
    return { file: named, text: readFileSync(named, 'utf8') };
  };
  const scenario = readScenario({ file, text: readFileSync(file, 'utf8'), open });
  await rehearse(scenario, watched(story));
}
/** A drill before Northwind's night. */
const sampleDrill = {
  customer: { id: 'northwind', name: 'Northwind' },
  transition: {
    name: 'ERP go-live',
    windowFrom: new Date('2026-03-06T23:00:00Z'),
    windowUntil: new Date('2026-03-07T11:00:00Z'),
  },
  drill: { id: 'drill-1', policy: { levels: [1, 2, 3] } },
};
const step: string = 'Copying the balances';
const advocate: string = 'Nora Whitfield';

/** Kinds that no story happens to say. */
const spare: readonly Card[] = [
  slipCard('northwind', {
    state: 'late',
    words: shared`${words(openly(step))} is late: it was planned to end at 23:00.`,
    knower: openly(advocate),
  }),
  callCard(sampleDrill, { level: 1 }),
  handOverCard(
    [
      {
        customerName: 'Northwind',
        reason: 'The ledger is down, nobody can post anything.',
        raisedAt: new Date('2026-03-07T03:30:00Z'),
        takenAt: new Date('2026-03-07T03:32:00Z'),
        lastWords: 'restarting the posting queue',
        nextWordAt: new Date('2026-03-07T04:15:00Z'),
      },
    ],
    { reader: 'after', otherName: 'Idris Bello' },
  ),
  shiftCard({
    scheduleId: 'duty',
    from: new Date('2026-03-07T22:00:00Z'),
    until: new Date('2026-03-08T22:00:00Z'),
    beforeName: 'Idris Bello',
  }),
  sharedCard('refusal', null, { body: [shared`I can't help with that here.`] }),
];
for (const card of spare) {
  const basics = { story: 'no story', to: 'northwind-shared', timeZone: 'America/New_York' };
  const now = '2026-03-07T04:10:00.000Z';
  if (!found.has(card.name)) found.set(card.name, { ...basics, now, card });
}
const samples = messageNames.flatMap(name => found.get(name) ?? []);
writeFileSync('docs/cards.json', `${JSON.stringify(samples, null, 1)}\n`);
writeFileSync('docs/cards.md', cardsDocument(samples));
const missing = messageNames.filter(name => !found.has(name));
console.log(`${samples.length} cards; no story says: ${missing.join(', ') || 'none missing'}`);
