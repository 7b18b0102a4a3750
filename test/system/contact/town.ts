import { boundSurface } from '../../../src/adapters/clock/bound-surface.ts';
import { type MediaConfig, openMedia } from '../../../src/adapters/contact/open-media.ts';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { plus } from '../../../src/shared/time.ts';
import { createWorld } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { freePort } from '../../harness/free-port.ts';
import { buildEscalation, buildNorthwind, vendorPerson } from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';

export const phones = { nora: '+15550100101', tom: '+15550100102', helen: '+15550100105' };

/** The people of the stories here, reached by text message and telephone, and never in chat. */
export const byPhone = [
  vendorPerson('adv-1', {
    contact: [
      { via: 'sms', to: phones.nora },
      { via: 'voice', to: phones.nora, after: '2m' },
    ],
  }),
  vendorPerson('adv-2', { contact: [{ via: 'sms', to: phones.tom }] }),
  vendorPerson('mgr-1', { contact: [{ via: 'voice', to: phones.helen }] }),
];

const none = {
  twilio: null,
  mail: null,
  letters: null,
  pageWebhook: null,
  pagerDuty: null,
  push: null,
};

const levels = [
  { to: ['advocate'], wait: '5m' },
  { to: ['backup'], wait: '5m' },
  { to: ['manager'], wait: '10m' },
];

/** The real world over real HTTP, with these media outside chat, on a clock the test moves. */
export async function openTown(config: Partial<MediaConfig>, who = byPhone) {
  const ports = await openTestDatabase('2026-03-10T14:02:00-04:00');
  const { logger, list: complaints } = createComplaints();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const media = await openMedia({ config: { ...none, ...config, publicUrl }, ports, logger });
  const connected = media.flatMap(({ surfaces }) => surfaces.map(each => boundSurface(each)));
  const world = createWorld({ ...ports, logger, surfaces: { connected, everywhere: null } });
  const { engine } = world;
  // One thing after the other: what a request nudges and what the test asks for never run side by side.
  let line = Promise.resolve();
  const inLine = (work: () => Promise<void>): Promise<void> => {
    line = line.then(work);
    return line;
  };
  const settle = () => inLine(engine.runUntilIdle);
  const nudge = () => void settle();
  const mounts = media.flatMap(one => one.listen?.({ world, nudge }) ?? []);
  const server = await serve({ ports, logger, port, mounts });
  const setup = buildNorthwind();
  const others = setup.people.filter(({ id }) => !who.some(one => one.id === id));
  const escalations = [buildEscalation({ levels, repeat: 0 })];
  await ports.database.trip(trip =>
    importSetup(trip, setupFrom({ ...setup, people: [...others, ...who], escalations })),
  );

  return {
    ...ports,
    publicUrl,
    complaints,
    /** Daniel asks for a person. */
    async page(words = 'The ledger is down.') {
      const pageId = await ports.database.trip(trip =>
        raisePage(trip, {
          customerId: 'northwind',
          raisedBy: 'customer',
          raisedById: 'lead-1',
          words,
          isShared: true,
          placeId: 'northwind-shared',
        }),
      );
      await settle();
      return pageId;
    },
    settle,
    /** Time passes, and everything that is due meanwhile is done at its time. */
    pass: (milliseconds: number) =>
      inLine(() => engine.advanceTo(ports.clock, plus(ports.clock.now(), milliseconds))),
    thePage: () => ports.database.client.page.findFirstOrThrow({ orderBy: { raisedAt: 'desc' } }),
    async close() {
      await line;
      await server.close();
      await ports.database.close();
    },
  };
}

export type Town = Awaited<ReturnType<typeof openTown>>;
