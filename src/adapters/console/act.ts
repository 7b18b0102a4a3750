import type { Inbound } from '../../conversation/arrival/inbound.ts';
import type { Tx } from '../../shared/database.ts';
import { setCrew } from './crew-setting.ts';
import { type Forward, fastForward, stillMoving } from './fast-forward.ts';
import { type ClockForm, readClock, readPress, readSay } from './forms.ts';
import { hearPress, hearWords } from './hear.ts';
import { keepClock } from './keep-clock.ts';
import { practiceStart } from './practice-clock.ts';
import type { RoomParts } from './room-parts.ts';
import { runUntilIdle } from './settle.ts';
import { startOver } from './start-over.ts';

/** What a form of the room does; each returns the address to go back to. */
export interface Acts {
  say(body: unknown): Promise<string>;
  press(body: unknown): Promise<string>;
  clock(body: unknown): Promise<string>;
}

/** The acts over one practice world. The clock moves once at a time. */
export function createActs(parts: RoomParts): Acts {
  let isMoving = false;
  return {
    async say(body) {
      const form = readSay(body);
      await hear(parts, form.nonce, (tx, id) => hearWords(tx, form, id));
      return form.back;
    },
    async press(body) {
      const form = readPress(body);
      await hear(parts, form.nonce, (tx, id) => hearPress(tx, form, id));
      return form.back;
    },
    async clock(body) {
      const form = readClock(body);
      if (isMoving) throw stillMoving();
      isMoving = true;
      try {
        await turn(parts, form);
      } finally {
        isMoving = false;
      }
      return form.back;
    },
  };
}

type Hearing = (tx: Tx, id: string) => Promise<Inbound | null>;

/** The same nonce is the same event: a form sent twice is heard once. */
async function hear(parts: RoomParts, nonce: string | undefined, read: Hearing): Promise<void> {
  const { ports, receive } = parts.world;
  const id = `room-${nonce ?? ports.random.id()}`;
  const inbound = await ports.database.trip(({ tx }) => read(tx, id));
  if (!inbound) return;
  await receive(inbound);
  await runUntilIdle(parts);
}

async function turn(parts: RoomParts, { by, customer = '' }: ClockForm): Promise<void> {
  const { database } = parts.world.ports;
  switch (by) {
    case 'again':
      return beginAgain(parts);
    case 'crew-on':
    case 'crew-off':
      return database.trip(({ tx }) => setCrew(tx, by === 'crew-on' ? 'on' : 'off'));
    default:
      return moveOn(parts, { by, customerId: customer });
  }
}

async function beginAgain(parts: RoomParts): Promise<void> {
  const { world, clock, setups, start = practiceStart } = parts;
  clock.moveTo(start);
  await world.ports.database.trip(trip => startOver(trip, setups));
  await runUntilIdle(parts);
  await keepClock(parts);
}

async function moveOn(parts: RoomParts, wish: Pick<Forward, 'by' | 'customerId'>): Promise<void> {
  const onStep = async () => parts.signal.publish();
  await fastForward(parts, { ...wish, onStep });
  await keepClock(parts);
}
