import { findPerson } from '../../customers/find-person.ts';
import type { Trip } from '../../shared/database.ts';
import type { NewFact } from '../../timeline/record-event.ts';
import type { Page } from './page.ts';
import { ruleWords } from './rule-words.ts';

/** The timeline's line about a page that was raised: plain and calm where the customer reads it, full where not. */
export async function getRaisedFact({ tx }: Trip, page: Page): Promise<NewFact> {
  const { customerId, transitionId, raisedById, isShared } = page;
  const by = await findPerson(tx, raisedById);
  const fact = {
    customerId,
    transitionId,
    kind: 'page.raised',
    authorId: raisedById,
    data: { pageId: page.id },
  } as const;
  if (isShared) {
    const text = by ? `${by.name} asked for a person` : anonymous(page);
    return { ...fact, visibility: 'shared', text };
  }
  const who = by?.name ?? 'Handrail';
  const why = !by && page.rule ? ` ${ruleWords(page.rule)}` : '';
  return { ...fact, visibility: 'internal', text: `${who} raised a page: ${page.reason}${why}` };
}

function anonymous({ raisedBy }: Page): string {
  return raisedBy === 'customer' ? 'Somebody here asked for a person' : 'I called for a person';
}
