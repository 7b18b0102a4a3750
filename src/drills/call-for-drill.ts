import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { drillCallFrom } from './drill.ts';
import { callCard } from './drill-card.ts';
import { loadDrillView } from './load-drill-view.ts';

/** Engine handler: makes a planned call of a drill whose time has come, by the same media as a page. */
export async function callForDrill(trip: Trip, id: string): Promise<void> {
  const { tx, now } = trip;
  const call = drillCallFrom(await tx.drillCall.findUniqueOrThrow({ where: { id } }));
  if (call.state !== 'planned') {
    await tx.drillCall.update({ where: { id }, data: { dueAt: null } });
    return;
  }
  await tx.drillCall.update({
    where: { id },
    data: { state: 'called', calledAt: now, dueAt: null },
  });
  const view = await loadDrillView(trip, call.drillId);
  await sendMessage(trip, {
    key: call.messageKey,
    lane: 'pages',
    to: { personId: call.personId },
    via: call.via,
    address: call.address,
    card: callCard(view, call),
  });
}
