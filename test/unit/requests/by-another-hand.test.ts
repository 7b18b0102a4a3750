import { describe } from '@jest/globals';
import { judgeHand } from './labelled/judge-hand.ts';
import { proveRules } from './labelled/prove-rules.ts';

describe.each(['by-another-hand', 'by-a-third-hand'])('the requests written %s', folder => {
  proveRules(judgeHand(folder));
});
