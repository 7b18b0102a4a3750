import { internal, type Text, time } from '../delivery/audience.ts';
import type { EventKind } from '../timeline/event.ts';

/** What changed at a customer since somebody read its brief. */
export interface BriefChanges {
  readonly since: Date;
  /** Facts that were heard of since, by kind. */
  readonly counts: ReadonlyMap<string, number>;
  /** People of the customer's who were not there then. */
  readonly came: readonly string[];
  readonly left: readonly string[];
}

/** What each kind of fact is called in a line of the brief; what has no name here changes nothing for a reader. */
const names: Partial<Record<EventKind, string>> = {
  'page.raised': 'page raised',
  'page.resolved': 'page resolved',
  'promise.made': 'promise made',
  'promise.kept': 'promise kept',
  'promise.moved': 'promise moved',
  'promise.missed': 'promise missed',
  'milestone.done': 'step done',
  'milestone.late': 'step late',
  'milestone.slipped': 'step moved',
  'milestone.rolled-back': 'step rolled back',
  'phase.changed': 'phase changed',
  'check-in.answered': 'check-in answered',
  'check-in.silent': 'check-in unanswered',
  feedback: 'word from them',
  'survey.answered': 'survey answered',
  'advocate.changed': 'change of advocate',
  'partner.given': 'handed to a partner',
  'advice.answered': 'advice given',
  'quarter.published': 'quarterly review published',
  note: 'note',
};

/** The kinds of facts that change something for a reader. */
export const changingKinds = Object.keys(names);

/** The changes in a sentence or two. */
export function changesText({ since, counts, came, left }: BriefChanges): Text<'internal'> {
  const facts = Object.entries(names).flatMap(([kind, name]) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [`${count} × ${name}`] : [];
  });
  const people = [
    ...(came.length > 0 ? [`new here: ${came.join(', ')}`] : []),
    ...(left.length > 0 ? [`no longer here: ${left.join(', ')}`] : []),
  ];
  const all = [...people, ...facts];
  return all.length === 0
    ? internal`Nothing since you read this, ${time(since)}.`
    : internal`Since you read this, ${time(since)}: ${all.join(', ')}.`;
}
