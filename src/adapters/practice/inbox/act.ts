import { type Forward, fastForward, stillMoving } from '../clock/fast-forward.ts';
import { keepClock, practiceStart } from '../clock/practice-clock.ts';
import { setCrew } from '../room/crew-setting.ts';
import type { RoomParts } from '../room/room-parts.ts';
import { type ClockForm, readClock } from './forms.ts';
import { handleMessage } from './handle-message.ts';
import { handlePress } from './handle-press.ts';
import { runUntilIdle } from './receive.ts';
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
    say: body => handleMessage(parts, body),
    press: body => handlePress(parts, body),
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
