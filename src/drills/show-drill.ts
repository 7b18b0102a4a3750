import { keepMessages } from '../delivery/keep-messages.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { resultCard, voidCard } from './drill-card.ts';
import { loadDrillView } from './load-drill-view.ts';

/** Tells whoever asked for a drill, and the manager, what it has shown, and keeps that true; a drill that no longer counts is news. */
export async function showDrill(trip: Trip, id: string): Promise<void> {
  const view = await loadDrillView(trip, id);
  const { drill, customer } = view;
  const readers = new Set([drill.startedById, customer.managerId ?? drill.startedById]);
  for (const personId of readers) {
    const key = `drill-result:${id}:${personId}`;
    const card = resultCard(view, personId);
    await keepMessages(trip, [{ key, lane: 'replies', to: { personId }, card }]);
    if (drill.voidedAt === null) continue;
    const news = `drill-void:${id}:${personId}`;
    await sendMessage(trip, { key: news, lane: 'replies', to: { personId }, card: voidCard(view) });
  }
}
