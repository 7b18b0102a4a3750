import { beforeAll, describe, expect, test } from '@jest/globals';
import { minute, plus, second, since } from '../../../src/shared/time.ts';
import { type Fault, faults, isDoubtful } from '../../harness/carriers/fault.ts';
import { playNight, type Story, type Told } from '../../harness/carriers/night.ts';

/** So many nights beside the undisturbed ones; 1,000 show every pair of faults several times. */
const wanted = Number(process.env.HANDRAIL_NIGHT_PAGES ?? 36);

const pairs = faults.flatMap(first => faults.map(second => [first, second] as const));
/** Each fault alone, then pairs, those far apart first so that few show much. */
const plans: readonly (readonly Fault[])[] = [
  ...faults.map(one => [one]),
  ...pairs.map((_, index) => pairs[(index * 37) % pairs.length] ?? []),
];
/** Nobody answers before the eighth call: every step of all three levels is seen. */
const undisturbed: Story = { customerId: 'quiet', faults: [], takenInCall: 8 };

let told: readonly Told[];
let began: Date;

beforeAll(async () => {
  const stories = Array.from({ length: wanted }, (_, index) => ({
    customerId: `c${index}`,
    faults: plans[index % plans.length] ?? [],
    takenInCall: 1 + (index % 5),
  }));
  const night = await playNight([undisturbed, ...stories]);
  told = night.told;
  began = night.began;
});

const callsOf = ({ tries }: Told) => tries.filter(({ name, isEdit }) => name === 'page' && !isEdit);
const nameOf = ({ story }: Told) => `${story.customerId} ${story.faults.join('+')}`;

describe('pages of three levels by every medium, whatever the carriers do', () => {
  test('are never lost: each reaches somebody, and is theirs', () => {
    const lost = told.filter(({ state, takenBy }) => state !== 'acknowledged' || takenBy === null);
    expect(lost.map(nameOf)).toEqual([]);
  });

  test('take each step at its time, and within five seconds', () => {
    const [quiet] = told.filter(({ story }) => story === undisturbed);
    const steps = (quiet ? callsOf(quiet) : []).map(
      ({ at, via }) => [via, since(began, at)] as const,
    );
    const expected = [
      ['sms', 0],
      ['voice', 2],
      ['push', 5],
      ['email', 6],
      ['voice', 10],
      ['webhook', 11],
      ['pagerduty', 12],
    ] as const;
    expect(steps.slice(0, expected.length).map(([via]) => via)).toEqual(
      expected.map(([via]) => via),
    );
    expected.forEach(([, minutes], index) => {
      const late = (steps[index]?.[1] ?? Number.NaN) - minutes * minute;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(5 * second);
    });
  });

  test('call nobody after somebody has it', () => {
    const late = told.filter(one => {
      const { takenAt } = one;
      return takenAt && callsOf(one).some(({ at }) => at > takenAt);
    });
    expect(late.map(nameOf)).toEqual([]);
  });

  test('tell whoever else was called that somebody has it, within five seconds', () => {
    const untold = told.flatMap(one => {
      const { takenAt, takenBy, tries } = one;
      if (!takenAt) return [];
      const others = new Set(
        callsOf(one)
          .filter(({ isTaken, personId, at }) => isTaken && personId !== takenBy && at <= takenAt)
          .map(({ personId }) => personId),
      );
      return [...others]
        .filter(
          id =>
            !tries.some(
              ({ personId, name, isEdit, at }) =>
                personId === id &&
                (name !== 'page' || isEdit) &&
                at >= takenAt &&
                at <= plus(takenAt, 5 * second),
            ),
        )
        .map(id => `${nameOf(one)}: ${id}`);
    });
    expect(untold).toEqual([]);
  });

  test('are repeated only where nobody can know whether they arrived, and then say so', () => {
    const wrong = told.flatMap(one => {
      const messages = new Set(callsOf(one).map(({ messageId }) => messageId));
      return [...messages].flatMap(id => {
        const tries = callsOf(one).filter(({ messageId }) => messageId === id);
        const arrived = tries.filter(({ isTaken }) => isTaken);
        const doubts = tries.filter(({ fault }) => fault && isDoubtful(fault)).length;
        const unmarked = arrived.slice(1).filter(({ isRepeat }) => !isRepeat);
        return arrived.length > 1 + doubts || unmarked.length > 0 ? [nameOf(one)] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('go on to the next way within ten seconds of what was undelivered', () => {
    const slow = told.flatMap(one => {
      const { takenAt } = one;
      const calls = callsOf(one);
      return calls.flatMap((call, index) => {
        if (call.fault !== 'undelivered') return [];
        const word = plus(call.at, 3 * second);
        if (takenAt && takenAt <= word) return [];
        const next = calls.slice(index + 1).find(({ at }) => at >= word);
        return next && since(word, next.at) <= 10 * second ? [] : [nameOf(one)];
      });
    });
    expect(slow).toEqual([]);
  });

  test('ring a phone that nobody answers once more within three minutes', () => {
    const missed = told.flatMap(one => {
      const { takenAt } = one;
      const calls = callsOf(one);
      return calls.flatMap((call, index) => {
        const rang =
          call.fault === 'no-answer' || call.fault === 'busy' || call.fault === 'voicemail';
        // The second call is the last one.
        const isSecond = calls
          .slice(0, index)
          .some(
            ({ at, via, personId }) =>
              via === 'voice' && personId === call.personId && since(at, call.at) <= 3 * minute,
          );
        if (!rang || isSecond || (takenAt && takenAt <= plus(call.at, minute))) return [];
        const again = calls
          .slice(index + 1)
          .find(({ via, personId }) => via === 'voice' && personId === call.personId);
        return again && since(call.at, again.at) <= 3 * minute ? [] : [nameOf(one)];
      });
    });
    expect(missed).toEqual([]);
  });
});
