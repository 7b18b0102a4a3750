import { describe, expect, test } from '@jest/globals';
import { type Contact, contactMethods, outsideMethods } from '../../../src/customers/person.ts';
import { usualHours } from '../../../src/customers/working-hours.ts';
import { type Chase, stepFrom } from '../../../src/paging/ladder/chase.ts';
import { escalationFrom } from '../../../src/paging/ladder/escalation.ts';
import { gentleEscalation } from '../../../src/paging/ladder/weight.ts';
import { avoids, contactsOf, type Known } from '../../../src/reach/ways.ts';
import { reachabilityOf } from '../../../src/readiness/readiness.ts';

/** How one way of somebody's stands. */
type Standing = 'confirmed' | 'proposed' | 'unwanted' | 'unconnected';

const standings: readonly Standing[] = ['confirmed', 'proposed', 'unwanted', 'unconnected'];
const hours = {
  night: '2026-03-10T03:00:00Z',
  day: '2026-03-10T11:00:00Z',
  sunday: '2026-03-08T11:00:00Z',
};
const working = { timeZone: 'Europe/London', businessHours: usualHours };
const own = escalationFrom({
  levels: [{ to: [{ role: 'advocate' }], waitMinutes: 5 }],
  repeat: 1,
  fallback: [{ role: 'advocate' }],
});
/** What somebody raised wakes people; what a rule noticed does not, unless a window is open. */
const kinds = {
  'a customer’s page': { ...own, firstRound: 0 },
  'a rule’s, no window open': gentleEscalation({ ...own, firstRound: 0 }, 'closed'),
  'a rule’s, a window open': gentleEscalation({ ...own, firstRound: 0 }, 'open'),
};

interface Somebody {
  readonly contact: readonly Contact[];
  readonly known: Known;
}

/** One person with these ways, each as it stands. */
function somebody(ways: readonly (readonly [Contact['via'], Standing])[]): Somebody {
  const address = (via: Contact['via']) => (via === 'chat' ? null : `to-${via}`);
  const contact = ways.map(([via, standing]) => ({
    via,
    to: address(via),
    afterMinutes: 0,
    ...(standing === 'unwanted' && { isUnwanted: true }),
  }));
  const of = (standing: Standing) => ways.filter(([, one]) => one === standing);
  return {
    contact,
    known: {
      connected: new Set(
        outsideMethods.filter(via => !of('unconnected').some(([one]) => one === via)),
      ),
      proofs: of('confirmed').map(([via]) => ({
        personId: 'nora',
        via,
        address: address(via) ?? '',
      })),
    },
  };
}

/** By what she is called first. */
function calledBy({ contact, known }: Somebody, kind: keyof typeof kinds, at: string): string[] {
  const person = { id: 'nora', contact };
  const chase: Chase = {
    escalation: kinds[kind],
    roster: {
      roles: { advocate: 'nora', backup: null, sales: null, manager: 'nora' },
      schedules: [],
      people: [
        {
          id: 'nora',
          name: 'Nora',
          working,
          skills: [],
          contact: contactsOf(person, known),
          avoidsChat: avoids(person, 'chat'),
        },
      ],
    },
    called: [],
  };
  return stepFrom(chase, { level: 0, round: 0 }, new Date(at)).calls.map(({ via }) => via);
}

const everyPair = contactMethods.flatMap(first =>
  contactMethods.flatMap(second =>
    first === second
      ? []
      : standings.flatMap(a =>
          standings.map(
            b =>
              [
                [first, a],
                [second, b],
              ] as const,
          ),
        ),
  ),
);

describe('every medium, as it may stand, beside every other one, for every kind of event at every hour', () => {
  test.each(
    Object.keys(kinds).flatMap(kind =>
      Object.entries(hours).map(([hour, at]) => [kind, hour, at] as const),
    ),
  )('%s, by %s: whoever can be reached is', (kind, _hour, at) => {
    const dropped = everyPair.filter(ways => {
      const one = somebody(ways);
      const isReachable = ways.some(
        ([via, standing]) =>
          standing === 'confirmed' || (via === 'chat' && standing === 'proposed'),
      );
      return isReachable && calledBy(one, kind as keyof typeof kinds, at).length === 0;
    });
    expect(dropped).toEqual([]);
  });

  test('nobody is called by what they do not want, or by what is not connected', () => {
    const wrong = everyPair.filter(ways => {
      const used = Object.keys(kinds).flatMap(kind =>
        calledBy(somebody(ways), kind as keyof typeof kinds, hours.night),
      );
      return ways.some(
        ([via, standing]) =>
          used.includes(via) &&
          (standing === 'unwanted' || (standing === 'unconnected' && via !== 'chat')),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('what nobody confirmed is used only where nothing confirmed would wake them', () => {
    const wrong = everyPair.filter(ways => {
      const used = calledBy(somebody(ways), 'a customer’s page', hours.night);
      const outside = ways.filter(([via]) => via !== 'chat');
      const isConfirmed = outside.some(([, standing]) => standing === 'confirmed');
      return outside.some(
        ([via, standing]) =>
          standing === 'proposed' && used.includes(via) === isConfirmed && via !== 'push',
      );
    });
    expect(wrong).toEqual([]);
  });

  test('who is said to be ready is called at night by something they confirmed', () => {
    const wrong = everyPair.filter(ways => {
      const { contact, known } = somebody(ways);
      const person = { id: 'nora', contact };
      if (reachabilityOf({ person, working, stretches: null }, known) !== 'ready') return false;
      const used = calledBy({ contact, known }, 'a customer’s page', hours.night);
      return !ways.some(
        ([via, standing]) => via !== 'chat' && standing === 'confirmed' && used.includes(via),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('an empty list means nobody is called, and a missing one means chat', () => {
    const known = { connected: new Set<string>(), proofs: [] };
    expect(calledBy({ contact: [], known }, 'a customer’s page', hours.night)).toEqual([]);
    const written = [{ via: 'voice', to: '+447700900101', afterMinutes: 0 }] as const;
    expect(calledBy({ contact: written, known }, 'a customer’s page', hours.night)).toEqual([
      'chat',
    ]);
  });
});
