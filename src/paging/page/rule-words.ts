import { shared, type Text } from '../../delivery/audience.ts';

interface RuleWords {
  /** For the person called, who knows none of our names for rules. */
  readonly internal: string;
  /** What the customer reads of it; null where they are not told of the rule. */
  readonly shared: Text<'shared'> | null;
}

const rules: Readonly<Record<string, RuleWords>> = {
  'stale-timeline': {
    internal: 'The customer asked what is happening and has had no news since.',
    shared: shared`I still have no news for you, so I'm fetching somebody who knows.`,
  },
  'worried-unanswered': {
    internal: 'Nobody has answered a worry.',
    shared: shared`Nobody has answered what worries you yet, so I'm fetching somebody.`,
  },
  'silent-after-trouble': {
    internal: 'The customer was in trouble, and does not answer any more.',
    shared: null,
  },
  'missed-promise': { internal: 'A promise to the customer is overdue.', shared: null },
};

/** Why a rule called somebody, in a sentence. */
export function ruleWords(rule: string): string {
  return rules[rule]?.internal ?? 'Noticed by Handrail.';
}

/** Why we called somebody without being asked, for the customer to read; null where there is nothing to tell. */
export function ruleReason(rule: string | null): Text<'shared'> | null {
  return (rule && rules[rule]?.shared) || null;
}
