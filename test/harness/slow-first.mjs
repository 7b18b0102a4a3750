import TestSequencer from '@jest/test-sequencer';

/** Short files that take long: begun last, they would keep one core waiting for the other. */
const slow = [
  'chaos/kill',
  'rehearsal/scenarios',
  'slack/story',
  'slack/in-outage',
  'cli/commands',
];

/** On a fresh clone jest knows no durations and begins with the largest files; these go before them. */
export default class SlowFirst extends TestSequencer {
  sort(tests) {
    const rankOf = ({ path }) => {
      const at = slow.findIndex(name => path.includes(`/${name}.`));
      return at < 0 ? slow.length : at;
    };
    return super.sort(tests).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
