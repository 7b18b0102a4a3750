import type { Wish } from '../../check-ins/wishes/wish.ts';
import { hour, plus } from '../../shared/time.ts';
import type { Act } from '../../understanding/acts/act.ts';
import { momentIn } from '../../understanding/times/moment.ts';
import type { ClockReading } from './wish-words.ts';

/** What the words themselves were read as, and the words. */
interface Heard {
  readonly read: Wish | null;
  readonly text: string;
  readonly reading: ClockReading;
}

/** What is wished of the check-ins, where the act is known: it settles what the words leave open or seem to turn round. */
export function wishByAct(act: Act, { read, text, reading }: Heard): Wish | null {
  switch (act) {
    case 'putoff':
      return read?.kind === 'at' ? read : { kind: 'at', at: laterIn(text, reading) };
    case 'more':
      return read && read.kind !== 'stop' && read.kind !== 'less' ? read : { kind: 'more' };
    case 'less':
      return read && read.kind !== 'stop' && read.kind !== 'more' ? read : { kind: 'less' };
    case 'stop':
      return read ?? { kind: 'stop' };
    default:
      return read;
  }
}

/** The moment that is named, an hour from now where none is. */
function laterIn(text: string, reading: ClockReading): Date {
  const moment = momentIn(text, { ...reading, tense: 'future' });
  return moment && moment.at > reading.now ? moment.at : plus(reading.now, hour);
}
