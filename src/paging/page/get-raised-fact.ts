import { findPerson } from '../../customers/find-person.ts';
import { shared, type Text, words } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { openly } from '../../timeline/event.ts';
import type { NewFact } from '../../timeline/record-event.ts';
import type { Page } from './page.ts';
import { pageFact } from './page-fact.ts';
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
  } as const;
  if (isShared) {
    const said = by ? shared`${words(openly(by.name))} asked for a person.` : anonymous(page);
    return { ...fact, visibility: 'shared', ...pageFact(page.id, said) };
  }
  const who = by?.name ?? 'Handrail';
  const why = !by && page.rule ? ` ${ruleWords(page.rule)}` : '';
  return {
    ...fact,
    data: { pageId: page.id },
    visibility: 'internal',
    text: `${who} raised a page: ${page.reason}${why}`,
  };
}

function anonymous({ raisedBy }: Page): Text<'shared'> {
  return raisedBy === 'customer'
    ? shared`Somebody here asked for a person.`
    : shared`I called for a person.`;
}
