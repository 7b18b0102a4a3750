import { findPerson } from '../customers/find-person.ts';
import { findSharedPlace } from '../customers/find-places.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { day } from '../shared/time.ts';
import { loadScene } from '../surveys/load-scene.ts';
import { unpromptedVerdict } from '../surveys/moment.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { answerCard } from './answer-card.ts';
import { listenersOf } from './answered.ts';
import { sayingFrom } from './saying.ts';
import { themeSteps } from './theme.ts';

/** So long an answer waits for its day; after that it is no news any more. */
const keeps = 30 * day;

/** Engine handler: tells those of one customer what came of what they said, inside the one contact budget, or lets it wait. */
export async function followAnswer(trip: Trip, id: string): Promise<void> {
  const { tx, now } = trip;
  const row = await tx.themeAnswer.findUniqueOrThrow({ where: { id } });
  const { customerId, plannedAt } = row;
  const scene = await loadScene(trip, { customerId, plannedAt, keeps, mayAnswerWorry: true });
  const verdict = scene && unpromptedVerdict(scene, now);
  if (!verdict || verdict.kind === 'drop') {
    const reason = verdict?.reason ?? 'they are no customer any more';
    await tx.themeAnswer.update({ where: { id }, data: { state: 'dropped', dueAt: null, reason } });
    return;
  }
  if (verdict.kind === 'wait') {
    const { until, reason } = verdict;
    await tx.themeAnswer.update({ where: { id }, data: { dueAt: until, reason } });
    return;
  }
  await tell(trip, row);
}

interface Row {
  readonly id: string;
  readonly themeId: string;
  readonly customerId: string;
  readonly personId: string | null;
  readonly step: string;
  readonly words: string;
}

async function tell(trip: Trip, row: Row): Promise<void> {
  const { tx, now } = trip;
  const { id, themeId, customerId, personId, words } = row;
  const step = themeSteps.find(known => known === row.step) ?? 'done';
  const theirs = await tx.saying.findMany({
    where: { themeId, customerId },
    orderBy: { at: 'desc' },
  });
  const heard = listenersOf(theirs.map(sayingFrom)).find(one => one.personId === personId);
  const [newest] = heard?.sayings ?? [];
  const place = personId === null ? await findSharedPlace(tx, customerId) : null;
  if (!heard || !newest || (personId === null && !place)) {
    const reason = 'nobody is left who said it';
    await tx.themeAnswer.update({ where: { id }, data: { state: 'dropped', dueAt: null, reason } });
    return;
  }
  const people = [];
  for (const each of heard.personIds) {
    const person = await findPerson(tx, each);
    if (person?.active) people.push({ id: person.id, name: person.name });
  }
  await sendMessage(trip, {
    key: `voice:${id}`,
    lane: 'check-ins',
    to: place ? { placeId: place.id } : { personId: personId ?? '' },
    card: answerCard({ customerId, step, words, people, saidAt: newest.at, said: newest.text }),
  });
  await tx.themeAnswer.update({
    where: { id },
    data: { state: 'told', toldAt: now, dueAt: null, reason: null },
  });
  await recordEvent(trip, {
    customerId,
    kind: 'voice.told',
    visibility: 'internal',
    text: `Told ${people.map(({ name }) => name).join(', ') || 'them'} what came of what they said: ${words}`,
    data: { themeId },
  });
}
