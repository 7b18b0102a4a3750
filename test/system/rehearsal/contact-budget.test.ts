import { expect, test } from '@jest/globals';
import type { MessageLine } from '../../../src/rehearsal/line.ts';
import { dateIn, day, hour, plus } from '../../../src/shared/time.ts';
import { pick, reply, type Tempered, temperedCrowdOf } from '../../harness/tempered-crowd.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const count = Number(process.env.BUDGET_CUSTOMERS ?? 1);
/** Where a long proof goes on that was cut into pieces. */
const first = Number(process.env.BUDGET_FIRST ?? 0);
const days = Number(process.env.BUDGET_DAYS ?? 6);
const seed = Number(process.env.BUDGET_SEED ?? 3);

/** What a customer did not ask for and that is no page, opening, closing, slip, or a person's own word. */
const counted = new Set(['check-in', 'check-in-repeat', 'survey', 'graduation', 'voice']);
const from = new Date('2026-03-05T09:00:00Z');

function chanceOf(start: number): () => number {
  let state = BigInt(start);
  return () => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return Number(state >> 11n) / 2 ** 53;
  };
}

test(
  'nobody hears from us unasked more than once a day outside a window',
  async () => {
    const { customers, setup } = temperedCrowdOf(count, from, first);
    const world = await openTestWorld(setup, { at: from, seed });
    const chance = chanceOf(seed);
    let read = 0;
    for (let at = from; at < plus(from, days * day); at = plus(at, 2 * hour)) {
      await world.at(at);
      const fresh = world.lines.slice(read).filter(isNew);
      read = world.lines.length;
      for (const one of customers) await live(world, one, fresh, chance);
      await serve(world, customers, fresh, chance);
    }
    const seen = customers.flatMap(one => daysOf(world, one));
    const over = seen.filter(({ messages }) => messages.filter(isUnasked).length > 1);
    if (process.env.BUDGET_REPORT) report(seen, over);
    await world.close();
    expect(seen.filter(({ messages }) => messages.length > 0).length).toBeGreaterThan(count);
    expect(over.map(({ id, date, messages }) => `${id} ${date}: ${messages.join(', ')}`)).toEqual(
      [],
    );
  },
  300_000 + count * days * 10_000,
);

const isNew = (line: TestWorld['lines'][number]): line is MessageLine =>
  line.kind === 'message' && !line.edited;

/** What the customer's own people do in these two hours. */
async function live(
  world: TestWorld,
  one: Tempered,
  fresh: readonly MessageLine[],
  chance: () => number,
): Promise<void> {
  for (const message of fresh) {
    const deed = message.to === `${one.id}-shared` ? reply(one, message, chance) : null;
    if (deed) await world.does(deed).catch(ignoreGone);
  }
  if (chance() > one.temper.talks / 12) return;
  const text = pick(one.temper.says, chance);
  const personId = chance() < 0.7 ? `lead-${one.id}` : `member-${one.id}`;
  if (text) await world.says(personId, `${one.id}-shared`, text);
}

/** A button may have gone with the message it was on by the time somebody presses it. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

/** What the vendor's people do: they take pages and solve them, promise, publish, decide, and tell what came of it. */
async function serve(
  world: TestWorld,
  customers: readonly Tempered[],
  fresh: readonly MessageLine[],
  chance: () => number,
): Promise<void> {
  for (const { message, to, customer } of fresh) {
    if (message !== 'page' || !['adv-1', 'adv-2', 'eng-1'].includes(to)) continue;
    await world
      .does({ kind: 'presses', personId: to, action: 'page.acknowledge' })
      .catch(ignoreGone);
    if (chance() < 0.9) await solve(world, { by: to, customerId: customer }, chance);
  }
  for (const { id } of customers) {
    const roll = chance();
    if (roll < 0.004) await world.says('adv-1', null, `publish ${id}: the new report is ready`);
    else if (roll < 0.008)
      await world.says('adv-1', null, `promise ${id} shared: send the list by tomorrow 17:00`);
    else if (roll < 0.01) await world.says('adv-1', null, `resume ${id}`);
  }
  if (chance() < 0.02) await decide(world, chance);
}

/** A page is solved, and whoever asked mostly says so. */
async function solve(
  world: TestWorld,
  { by, customerId }: { readonly by: string; readonly customerId: string | null },
  chance: () => number,
): Promise<void> {
  await world.does({ kind: 'presses', personId: by, action: 'page.resolve' }).catch(ignoreGone);
  const action = chance() < 0.8 ? 'page.confirm' : 'page.reopen';
  await world.does({ kind: 'presses', personId: `lead-${customerId}`, action }).catch(ignoreGone);
}

/** A theme is decided or done, and those who said it are told. */
async function decide(world: TestWorld, chance: () => number): Promise<void> {
  await world.says('mgr-1', null, 'voice');
  const number = 1 + Math.floor(chance() * 3);
  const step = chance() < 0.5 ? 'decided' : 'done';
  await world.says('mgr-1', null, `voice ${number} ${step}: from Monday somebody asks first`);
  await world.does({ kind: 'presses', personId: 'mgr-1', action: 'voice.tell' }).catch(ignoreGone);
}

interface Day {
  readonly id: string;
  readonly date: string;
  readonly messages: readonly string[];
}

/** Each day of a customer's with what reached it unasked outside its windows. */
function daysOf(world: TestWorld, { id, zone, windows }: Tempered): Day[] {
  const readers = new Set([`${id}-shared`, `lead-${id}`, `member-${id}`]);
  const found = new Map<string, string[]>();
  let isPromised = false;
  let isEveryFourHours = false;
  let spokeAt: Date | null = null;
  let reachedAt: Date | null = null;
  for (const line of world.lines) {
    if (line.kind === 'input' && 'personId' in line.deed && readers.has(line.deed.personId))
      spokeAt = line.at;
    if (!isNew(line) || !readers.has(line.to)) continue;
    const isKept: boolean = isPromised && line.message === 'check-in';
    isPromised = saysWhen.test(line.text) || (isPromised && !isKept);
    if (saysRhythm.test(line.text)) isEveryFourHours = line.text.includes(fourHours);
    const isReply = line.message === 'graduation' && line.at.getTime() === spokeAt?.getTime();
    if (!counted.has(line.message) || isReply) continue;
    const isWished =
      isEveryFourHours &&
      line.message === 'check-in' &&
      (!reachedAt || line.at >= plus(reachedAt, 3.75 * hour));
    reachedAt = line.at;
    if (windows.some(window => line.at >= window.from && line.at <= window.until)) continue;
    const date = dateIn(zone, line.at);
    const how = isKept ? ' as told' : isWished ? ' as wished' : '';
    const text = `${line.at.toISOString().slice(11, 16)} ${line.message}${how}`;
    found.set(date, [...(found.get(date) ?? []), text]);
  }
  return [...found].map(([date, messages]) => ({ id, date, messages }));
}

/** After a worry we say when we ask again, and then do: that check-in was told, and is no surprise. */
const saysWhen = /I'll ask again|I'll check in again/;
/** Who asked for more hears from us every four hours, until another rhythm is said. */
const saysRhythm = /from now on|check-ins stop|stop checking in/;
const fourHours = 'about every four hours';
const isUnasked = (message: string) => !/ as (told|wished)$/.test(message);

function report(seen: readonly Day[], over: readonly Day[]): void {
  const kinds = seen.flatMap(({ messages }) => messages.map(text => text.slice(6)));
  const counts = Object.fromEntries(
    [...new Set(kinds)].map(kind => [kind, kinds.filter(one => one === kind).length]),
  );
  process.stdout.write(
    `${count} customers from ${first}, ${days} days, seed ${seed}: ${JSON.stringify(counts)}; days with a message ${seen.length}, with more than one ${over.length}\n`,
  );
}
