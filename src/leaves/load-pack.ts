import { type Audience, internal, type Text, time } from '../delivery/audience.ts';
import type { Card, Fact } from '../delivery/card.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import { briefCustomer } from '../situation/brief-customer.ts';

type Line = Fact<Audience>;

/** How far back their tone is read. */
const toneFor = 14 * day;
const mostTasks = 8;

/** What a stand-in needs beside the brief: open tasks, how they sounded lately, when they are asked next. */
export async function loadPack(
  trip: Trip,
  customerId: string,
  since: Date = plus(trip.now, -toneFor),
): Promise<{ readonly brief: Card<'internal'>; readonly more: Line[] }> {
  const brief = await briefCustomer(trip, customerId);
  const more = [
    { label: 'Open', text: await openText(trip, customerId) },
    { label: 'Tone', text: await toneText(trip, customerId, since) },
    { label: 'Next check-in', text: await nextText(trip, customerId) },
  ];
  return { brief, more };
}

async function openText({ tx }: Trip, customerId: string): Promise<Text<'internal'>> {
  const tasks = await tx.task.findMany({
    where: { customerId, state: 'open' },
    orderBy: { createdAt: 'asc' },
  });
  const more = tasks.length > mostTasks ? ` · and ${tasks.length - mostTasks} more` : '';
  const texts = tasks.slice(0, mostTasks).map(({ text }) => text);
  return tasks.length === 0 ? internal`No task.` : internal`${texts.join(' · ')}${more}`;
}

/** What each sign of how they are is called in a sentence. */
const signs: Readonly<Record<string, string>> = {
  good: 'good',
  fine: 'fine',
  thanks: 'thanks',
  worried: 'worried',
  complaint: 'complaint',
  page: 'page',
  silence: 'silence',
  'missed-promise': 'promise missed',
  'late-milestone': 'step late',
};

async function toneText(
  { tx, now }: Trip,
  customerId: string,
  since: Date,
): Promise<Text<'internal'>> {
  const evidence = await tx.evidence.findMany({
    where: { customerId, at: { gte: since, lte: now } },
    select: { kind: true },
  });
  const counts = new Map<string, number>();
  for (const { kind } of evidence) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const known = Object.entries(signs).flatMap(([kind, name]) => {
    const count = counts.get(kind);
    return count ? [`${count} × ${name}`] : [];
  });
  return known.length === 0
    ? internal`Nothing heard since ${time(since, 'day')}.`
    : internal`Since ${time(since, 'day')}: ${known.join(', ')}.`;
}

async function nextText({ tx }: Trip, customerId: string): Promise<Text<'internal'>> {
  const next = await tx.cadence.findFirst({
    where: { customerId, dueAt: { not: null } },
    orderBy: { dueAt: 'asc' },
  });
  return next?.dueAt ? internal`${time(next.dueAt)}.` : internal`None is planned.`;
}
