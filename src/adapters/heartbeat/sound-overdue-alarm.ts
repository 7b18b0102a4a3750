import { type Contact, type Person, personFrom } from '../../customers/person.ts';
import { internal } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { plainText } from '../../delivery/plain-text.ts';
import type { Surface } from '../../delivery/surface.ts';
import { loadKnown } from '../../reach/load-known.ts';
import { contactsOf } from '../../reach/ways.ts';
import type { Ports } from '../../shared/database.ts';

export interface AlarmParts {
  readonly ports: Ports;
  /** Everything connected; chat is left to the engine, which is what stands still. */
  readonly surfaces: readonly Surface[];
}

/** As many managers as are alarmed: one who looks is enough. */
const mostManagers = 5;

/** What can be said by them without a call that asks us back. */
const sayable = ['sms', 'push', 'email', 'webhook', 'pagerduty'];

const card = internalCard('page-update', null, {
  body: [
    internal`Handrail: pages stand still, and looking again did not help. Look at who needs somebody, and have whoever runs Handrail look at its log.`,
  ],
});

/**
 * Tells managers that pages stand still, past the engine and its outbox: each by the first of their ways that takes it.
 * Returns how many were told.
 */
export async function soundOverdueAlarm({ ports, surfaces }: AlarmParts): Promise<number> {
  const { people, known } = await ports.database.trip(async ({ tx }) => {
    const seats = await tx.customer.findMany({
      where: { managerId: { not: null } },
      select: { managerId: true },
      distinct: ['managerId'],
      take: mostManagers,
    });
    const ids = seats.flatMap(({ managerId }) => managerId ?? []);
    const rows = await tx.person.findMany({ where: { id: { in: ids }, active: true } });
    return { people: rows.map(personFrom), known: await loadKnown(tx, ids) };
  });
  let told = 0;
  for (const person of people) {
    if (await tell(person, contactsOf(person, known), { ports, surfaces })) told += 1;
  }
  return told;
}

/** Says it to one of them, by one way after the other until one takes it. */
async function tell(
  { id: personId, timeZone }: Person,
  contacts: readonly Contact[],
  { ports, surfaces }: AlarmParts,
): Promise<boolean> {
  for (const { via, to } of contacts) {
    const surface = sayable.includes(via) && surfaces.find(({ platform }) => platform === via);
    if (!surface) continue;
    const messageId = ports.random.id();
    const { outcome } = await surface.send({
      messageId,
      key: `overdue:${messageId}`,
      via,
      to: personId,
      address: { platform: via, workspace: '', id: to ?? personId, kind: 'person' },
      card,
      text: plainText(card, { timeZone, now: ports.clock.now() }),
      timeZone,
      threadOf: null,
      mayLeave: () => true,
      isRepeat: false,
    });
    if (outcome === 'sent') return true;
  }
  return false;
}
