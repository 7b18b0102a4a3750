import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Tx } from '../../../shared/database.ts';
import { type Forward, fastForward, stillMoving } from '../clock/fast-forward.ts';
import { keepClock, practiceStart } from '../clock/practice-clock.ts';
import { setCrew } from '../room/crew-setting.ts';
import type { Practice, RoomParts } from '../room/room-parts.ts';
import { type ClockForm, readClock, readPress, readSay } from './forms.ts';
import { hearPress, hearWords } from './hear.ts';
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

const patienceMilliseconds = 3_000;

/** Lets what follows from an act happen before the page is shown again, within reason. */
export async function runUntilIdle({ world }: Pick<Practice, 'world'>): Promise<void> {
  let giveUp: NodeJS.Timeout | undefined;
  const patience = new Promise<void>(resolve => {
    giveUp = setTimeout(resolve, patienceMilliseconds);
  });
  try {
    await Promise.race([world.engine.runUntilIdle(), patience]);
  } finally {
    clearTimeout(giveUp);
  }
}
