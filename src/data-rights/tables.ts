/** What is done with rows of somebody who is to be forgotten; `where` speaks of a row `t` and of the subject `s`. */
export type Rule =
  | { readonly act: 'delete'; readonly where: string }
  | { readonly act: 'blank'; readonly where: string; readonly set: string };

/** One table: every column in which words or ids can stand, and what is done with its rows. */
export interface TableRights {
  readonly columns: readonly string[];
  /** For a whole customer. None: nothing in it is a customer's. */
  readonly customer: readonly Rule[];
  /** For one person. */
  readonly person: readonly Rule[];
}

const isOwn = `t."customerId" = ANY(s.customers)`;
const isTheirs = (column: string) => `t."${column}" = ANY(s.people)`;
const mentions = (...columns: string[]) =>
  columns.map(column => `t."${column}"::text LIKE ANY(s.marks)`).join(' OR ');
const says = (...columns: string[]) =>
  columns.map(column => `t."${column}"::text LIKE ANY(s.words)`).join(' OR ');

const drop = (where: string): Rule => ({ act: 'delete', where });
const blank = (where: string, set: string): Rule => ({ act: 'blank', where, set });
const both = (columns: string[], rule: Rule): TableRights => ({
  columns,
  customer: [rule],
  person: [rule],
});
const nobodys = (...columns: string[]): TableRights => ({ columns, customer: [], person: [] });
const customersOnly = (...columns: string[]): TableRights => ({
  columns,
  customer: [drop(isOwn)],
  person: [],
});

const emptyCard = `jsonb_build_object('name', t.name, 'audience', t.audience, 'customerId', t."customerId", 'body', '[]'::jsonb)`;
const emptyInbox = `payload = '{}', opinion = NULL, ref = NULL, conversation = '', error = NULL`;

/** Every table there is. A column that is missing here fails a test: say whose it is before it is filled. */
export const tables: Readonly<Record<string, TableRights>> = {
  organisation: nobodys('id', 'name', 'timeZone', 'hours'),
  person_identity: both(['platform', 'workspace', 'user', 'personId'], drop(isTheirs('personId'))),
  person: both(
    [
      'id',
      'name',
      'side',
      'customerId',
      'timeZone',
      'contact',
      'skills',
      'hours',
      'language',
      'heardLanguage',
    ],
    drop(isTheirs('id')),
  ),
  customer: {
    columns: [
      'id',
      'name',
      'timeZone',
      'businessHours',
      'leaderId',
      'memberIds',
      'advocateId',
      'backupId',
      'salesId',
      'managerId',
      'escalationId',
      'brief',
      'words',
      'language',
      'heardLanguage',
    ],
    customer: [drop('t.id = ANY(s.customers)')],
    person: [
      blank(isTheirs('leaderId'), `"leaderId" = NULL`),
      blank(
        't."memberIds" && s.people',
        `"memberIds" = ARRAY(SELECT one FROM unnest(t."memberIds") AS one WHERE one <> ALL(s.people))`,
      ),
    ],
  },
  place_identity: {
    columns: ['platform', 'workspace', 'channel', 'placeId', 'outside'],
    customer: [drop('t."placeId" = ANY(s.places)')],
    person: [],
  },
  place: customersOnly(
    'id',
    'customerId',
    'audience',
    'listening',
    'tell',
    'language',
    'parkedReason',
    'name',
    'outside',
    'settled',
  ),
  pulse: nobodys('name'),
  former_place: customersOnly(
    'platform',
    'workspace',
    'channel',
    'customerId',
    'audience',
    'outside',
  ),
  own_workspace: nobodys('platform', 'workspace'),
  event: {
    columns: [
      'id',
      'customerId',
      'transitionId',
      'kind',
      'visibility',
      'text',
      'authorId',
      'externalId',
      'publishedAs',
      'data',
    ],
    customer: [drop(isOwn)],
    person: [
      blank(
        `${isTheirs('authorId')} OR (${isOwn} AND (${says('text', 'data')}))`,
        `text = 'Removed at the wish of whoever it is about.', data = '{}', "authorId" = NULL`,
      ),
    ],
  },
  attempt: {
    columns: ['id', 'messageId', 'outcome', 'detail'],
    customer: [
      drop(`t."messageId" IN (SELECT id FROM message WHERE "customerId" = ANY(s.customers))`),
    ],
    person: [drop(`t."messageId" IN (SELECT id FROM message WHERE "toPersonId" = ANY(s.people))`)],
  },
  message: {
    columns: [
      'id',
      'key',
      'name',
      'lane',
      'audience',
      'customerId',
      'toPlaceId',
      'toPersonId',
      'via',
      'address',
      'threadOf',
      'under',
      'card',
      'text',
      'reason',
      'platform',
      'externalRef',
      'sentTo',
      'outcome',
      'language',
    ],
    customer: [
      drop(`${isOwn} OR ${isTheirs('toPersonId')} OR t."toPlaceId" = ANY(s.places)`),
      blank(
        `t."customerId" IS NULL AND (${says('text', 'card')})`,
        `text = '', card = ${emptyCard}`,
      ),
    ],
    person: [
      drop(isTheirs('toPersonId')),
      blank(says('text', 'card'), `text = '', card = ${emptyCard}`),
    ],
  },
  pace: both(['key', 'state'], drop(mentions('key', 'state'))),
  inbox: {
    // The row stays, with nothing in it: the same event a second time is still known.
    columns: ['id', 'payload', 'conversation', 'ref', 'opinion', 'error'],
    customer: [blank(mentions('payload', 'conversation', 'ref', 'opinion', 'error'), emptyInbox)],
    person: [blank(mentions('payload', 'conversation', 'ref', 'opinion', 'error'), emptyInbox)],
  },
  shift_watch: nobodys('scheduleId'),
  calendar_feed: both(['hash', 'personId', 'scheduleId'], drop(isTheirs('personId'))),
  cover: both(
    ['id', 'scheduleId', 'askerId', 'toId', 'state'],
    drop(`${isTheirs('askerId')} OR ${isTheirs('toId')}`),
  ),
  drill_call: {
    columns: ['id', 'drillId', 'personId', 'via', 'address', 'state', 'messageKey', 'answeredVia'],
    customer: [drop(`t."drillId" IN (SELECT id FROM drill WHERE "customerId" = ANY(s.customers))`)],
    person: [drop(isTheirs('personId'))],
  },
  drill: customersOnly(
    'id',
    'customerId',
    'transitionId',
    'startedById',
    'policy',
    'state',
    'proof',
    'signedById',
    'voided',
  ),
  schedule: nobodys('id', 'timeZone', 'layers', 'overrides'),
  escalation_policy: nobodys('id', 'levels', 'fallback'),
  milestone: customersOnly('id', 'key', 'transitionId', 'customerId', 'name', 'state', 'after'),
  transition: customersOnly('id', 'key', 'customerId', 'kind', 'name', 'phase', 'heldReason'),
  evidence: {
    columns: ['id', 'key', 'customerId', 'transitionId', 'kind', 'note'],
    customer: [drop(isOwn)],
    person: [blank(`${isOwn} AND (${says('note')})`, `note = ''`)],
  },
  assessment: customersOnly('transitionId', 'customerId'),
  learnt_curve: nobodys('kind', 'learnt'),
  cadence: {
    columns: [
      'transitionId',
      'customerId',
      'rung',
      'boundMin',
      'boundMax',
      'pinnedRung',
      'notBefore',
      'fixedTime',
      'setBy',
      'setWhy',
      'lastReason',
      'phase',
      'previousRung',
      'toldRung',
      'notQuicker',
      'notSlower',
      'dueFor',
    ],
    customer: [drop(isOwn)],
    person: [
      blank(
        `${isTheirs('setBy')} OR (${isOwn} AND (${says('setWhy')}))`,
        `"setBy" = NULL, "setWhy" = NULL`,
      ),
    ],
  },
  check_in: {
    columns: [
      'id',
      'transitionId',
      'customerId',
      'state',
      'rung',
      'answeredById',
      'answer',
      'words',
      'reason',
    ],
    customer: [drop(isOwn)],
    person: [
      blank(
        `${isTheirs('answeredById')} OR (${isOwn} AND (${says('words')}))`,
        `"answeredById" = NULL, words = NULL`,
      ),
    ],
  },
  page_words: {
    columns: ['id', 'pageId', 'personId', 'text'],
    customer: [drop(`t."pageId" IN (SELECT id FROM page WHERE "customerId" = ANY(s.customers))`)],
    person: [drop(isTheirs('personId'))],
  },
  page_call: {
    columns: ['id', 'pageId', 'personId', 'via', 'address', 'state', 'messageKey'],
    customer: [drop(`t."pageId" IN (SELECT id FROM page WHERE "customerId" = ANY(s.customers))`)],
    person: [drop(isTheirs('personId'))],
  },
  page: {
    columns: [
      'id',
      'customerId',
      'transitionId',
      'openKey',
      'raisedBy',
      'raisedById',
      'reason',
      'rule',
      'weight',
      'placeId',
      'threadOf',
      'policy',
      'ownerId',
      'resolvedById',
      'resolution',
    ],
    customer: [drop(isOwn)],
    person: [
      blank(
        `${isTheirs('raisedById')} OR (${isOwn} AND (${says('reason', 'resolution')}))`,
        `reason = 'Removed at the wish of whoever asked.', "raisedById" = NULL, resolution = NULL`,
      ),
      blank(isTheirs('ownerId'), `"ownerId" = NULL`),
      blank(isTheirs('resolvedById'), `"resolvedById" = NULL`),
    ],
  },
  news_request: {
    columns: ['id', 'customerId', 'openKey', 'waiting'],
    customer: [drop(isOwn)],
    person: [blank(`${isOwn} AND (${mentions('waiting')})`, `waiting = '[]'`)],
  },
  notice: {
    columns: ['id', 'key', 'customerId', 'milestoneId', 'state', 'placeId', 'personId', 'threadOf'],
    customer: [drop(isOwn)],
    person: [drop(isTheirs('personId'))],
  },
  task: {
    columns: [
      'id',
      'key',
      'customerId',
      'kind',
      'text',
      'assigneeId',
      'state',
      'closedById',
      'toldIn',
    ],
    customer: [drop(isOwn)],
    person: [drop(isTheirs('assigneeId')), blank(`${isOwn} AND (${says('text')})`, `text = ''`)],
  },
  morning: both(['personId'], drop(isTheirs('personId'))),
  waiting: {
    columns: ['id', 'key', 'personId', 'customerId', 'kind', 'text'],
    customer: [drop(isOwn)],
    person: [drop(`${isTheirs('personId')} OR (${isOwn} AND (${says('text')}))`)],
  },
  promise: {
    columns: ['id', 'customerId', 'text', 'byId', 'state', 'visibility'],
    customer: [drop(isOwn)],
    person: [blank(isTheirs('byId'), `"byId" = NULL`)],
  },
  open_question: {
    columns: ['id', 'customerId', 'kind', 'data'],
    customer: [drop(`${isOwn} OR ${mentions('id', 'data')}`)],
    person: [drop(mentions('id', 'data'))],
  },
  pending_change: both(
    ['id', 'actorId', 'change', 'state'],
    drop(`${isTheirs('actorId')} OR ${mentions('change')}`),
  ),
  audit: {
    columns: ['id', 'actorId', 'action', 'customerId', 'subject', 'why', 'before', 'after'],
    customer: [drop(`${isOwn} OR ${mentions('subject', 'before', 'after')}`)],
    person: [drop(`${isTheirs('actorId')} OR ${mentions('subject', 'before', 'after')}`)],
  },
  setup_import: nobodys('id', 'print', 'file'),
  api_token: {
    columns: ['id', 'name', 'hash', 'customers', 'may'],
    customer: [
      blank(
        't.customers && s.customers',
        `customers = ARRAY(SELECT one FROM unnest(t.customers) AS one WHERE one <> ALL(s.customers))`,
      ),
    ],
    person: [],
  },
  api_answer: both(['id', 'print', 'body'], drop(`${mentions('body')} OR ${says('body')}`)),
  page_call_in: customersOnly('customerId', 'externalId', 'pageId', 'print'),
  setup_version: nobodys('changed_by'),
  erasure: nobodys('id', 'subject', 'target', 'removed'),
  chore: nobodys('id'),
  setting: nobodys('key', 'value'),
  slack_installation: nobodys(
    'workspace',
    'enterprise',
    'name',
    'appId',
    'botUserId',
    'botToken',
    'refreshToken',
    'scopes',
    'state',
  ),
  slack_install_state: nobodys('id'),
  teams_conversation: both(
    ['tenant', 'conversation', 'kind', 'userId', 'serviceUrl', 'reference', 'blocked'],
    drop(mentions('conversation', 'userId', 'reference')),
  ),
};
