import { blank, drop, isOwn, isTheirs, says, type TableRights, without } from './table-rights.ts';

/** What a customer is owed, and how they found it: promises, surveys, what they said, whoever stands in. */
export const owedTables: Readonly<Record<string, TableRights>> = {
  promise: {
    columns: ['id', 'customerId', 'text', 'byId', 'state', 'visibility'],
    customer: [drop(isOwn)],
    person: [blank(isTheirs('byId'), `"byId" = NULL`)],
  },
  survey: {
    columns: [
      'id',
      'key',
      'customerId',
      'personId',
      'kind',
      'state',
      'words',
      'reason',
      'reference',
    ],
    customer: [drop(isOwn)],
    person: [drop(`${isTheirs('personId')} OR (${isOwn} AND (${says('words')}))`)],
  },
  saying: {
    columns: ['id', 'key', 'customerId', 'personId', 'kind', 'text', 'terms', 'themeId'],
    customer: [drop(isOwn)],
    person: [drop(`${isTheirs('personId')} OR (${isOwn} AND (${says('text')}))`)],
  },
  theme: {
    columns: ['id', 'name', 'state', 'ownerId', 'decision', 'decidedById', 'change', 'changedById'],
    customer: [],
    person: [
      blank(isTheirs('ownerId'), `"ownerId" = NULL`),
      blank(isTheirs('decidedById'), `"decidedById" = NULL`),
      blank(isTheirs('changedById'), `"changedById" = NULL`),
    ],
  },
  theme_answer: {
    columns: ['id', 'key', 'themeId', 'customerId', 'personId', 'step', 'words', 'state', 'reason'],
    customer: [drop(isOwn)],
    person: [drop(isTheirs('personId'))],
  },
  partner_matter: {
    columns: [
      'id',
      'customerId',
      'partnerId',
      'givenById',
      'what',
      'milestoneId',
      'pageId',
      'backWords',
    ],
    customer: [drop(isOwn)],
    person: [
      drop(
        `${isTheirs('partnerId')} OR ${isTheirs('givenById')} OR (${isOwn} AND (${says('what', 'backWords')}))`,
      ),
    ],
  },
  advice: {
    columns: [
      'taskId',
      'customerId',
      'personId',
      'placeId',
      'threadOf',
      'question',
      'answer',
      'answeredById',
    ],
    customer: [drop(isOwn)],
    person: [
      drop(isTheirs('personId')),
      blank(isTheirs('answeredById'), `"answeredById" = NULL`),
      blank(`${isOwn} AND (${says('question', 'answer')})`, `question = '', answer = NULL`),
    ],
  },
  brief_reading: {
    columns: ['id', 'personId', 'customerId', 'peopleIds'],
    customer: [drop(isOwn)],
    person: [drop(isTheirs('personId')), without('peopleIds', 's.people')],
  },
  quarter_review: {
    columns: [
      'id',
      'customerId',
      'quarter',
      'state',
      'edits',
      'changedById',
      'shown',
      'taskId',
      'published',
      'publishedById',
    ],
    customer: [drop(isOwn)],
    person: [
      blank(isTheirs('publishedById'), `"publishedById" = NULL`),
      blank(isTheirs('changedById'), `"changedById" = NULL`),
      blank(`${isOwn} AND (${says('edits')})`, `"edits" = '{}'`),
      blank(`${isOwn} AND (${says('published')})`, `"published" = NULL`),
    ],
  },
  sales_rhythm: {
    columns: ['customerId', 'taskId', 'held', 'toldIds'],
    customer: [drop(isOwn)],
    person: [without('toldIds', 's.people')],
  },
  stand_in: {
    columns: ['id', 'personId', 'customerId', 'standInId', 'state', 'moved'],
    customer: [drop(isOwn)],
    person: [drop(`${isTheirs('personId')} OR ${isTheirs('standInId')}`)],
  },
};
