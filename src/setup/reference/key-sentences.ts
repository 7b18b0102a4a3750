import { hookSentences } from './hook-sentences.ts';
import { type KeySentence, says } from './key-sentence.ts';
import { webhookSentences } from './webhook-sentences.ts';

const identity = {
  platform: says('Which platform it is.', 'slack'),
  workspace: says("Slack: the workspace's id.", 'T0VEND'),
  tenant: says("Teams: the tenant's id.", '72f988bf-86f1-41af-91ab-2d7cd011db47'),
};

const target = (list: string) => ({
  [`${list}.schedule`]: says('Whoever is on call by this schedule then.', 'duty'),
  [`${list}.skill`]: says('Whoever of the vendor has this skill.'),
  [`${list}.strategy`]: says('Which of several is called: in their order, or the first one free.'),
});

const hours = (key: string, whose: string) => ({
  [key]: says(`When ${whose}.`, '{ days: [mon, tue], from: "09:00", to: "17:00" }'),
  [`${key}.days`]: says('The working days.', '[mon, tue, wed, thu, fri]'),
  [`${key}.from`]: says('When the day begins.'),
  [`${key}.to`]: says('When it ends.', '17:00'),
  [`${key}.holidays`]: says('Days off.', '[2026-07-03]'),
});

/** What each key of the setup file says. A key without a sentence fails a test. */
export const keySentences: Readonly<Record<string, KeySentence>> = {
  organisation: says('The vendor itself.', '{ name: Vendor, timeZone: Europe/London }'),
  'organisation.name': says('What customers call the vendor.', 'Fernhollow Systems'),
  'organisation.timeZone': says('Where people live of whom nothing else is said.'),
  ...hours(
    'organisation.hours',
    "the vendor's people work; Monday to Friday, 9 to 5, when left out",
  ),
  people: says('Everybody Handrail knows by name.', '[{ id: adv-1, name: Ann, side: vendor }]'),
  'people[].id': says('The short name of a person, for everything else here.', 'adv-1'),
  'people[].name': says('What others read.', 'Nora Whitfield'),
  'people[].side': says('Whose person they are, whatever workspace they write from.'),
  'people[].customer': says('The customer that somebody on the customer side belongs to.'),
  'people[].timeZone': says("Where they live; left out, their customer's zone or the vendor's."),
  'people[].customers': says(
    "The customers a partner's person works for; nobody else has several.",
    '[northwind, lakeside]',
  ),
  'people[].contact': says(
    'How they are reached, in this order; left out, by chat. An empty list: they are never called.',
    '[{ via: chat }]',
  ),
  'people[].contact[].via': says('The way.', 'sms'),
  'people[].contact[].to': says('The number or address; chat needs none.', '"+15550100"'),
  'people[].contact[].after': says(
    'How long after the call began it is used; at once when left out.',
    '2m',
  ),
  'people[].contact[].verified': says(
    'False: not confirmed in a rehearsal either. Elsewhere only its owner confirms it, by a code.',
    'false',
  ),
  'people[].media': says('What they want of the ways to reach them.', '{ never: [voice] }'),
  'people[].media.never': says('The ways that are never used.', '[voice]'),
  'people[].skills': says('What an escalation can ask for.', '[databases]'),
  'people[].active': says(
    'False: they have left, and what they had in hand is handed over.',
    'false',
  ),
  'people[].language': says(
    'The language they are answered in until they write in another; English when left out.',
    'de',
  ),
  'people[].identities': says(
    'Who they are on their platforms.',
    '[{ platform: slack, workspace: T0VEND, user: U0ADV }]',
  ),
  'people[].identities[].platform': identity.platform,
  'people[].identities[].workspace': identity.workspace,
  'people[].identities[].tenant': identity.tenant,
  'people[].identities[].address': says(
    'Mail: their mailbox, from which they write and where they are answered (docs/mail.md).',
    'daniel@northwind.example',
  ),
  'people[].identities[].user': says(
    "The person's id there; in Teams the object id of Entra.",
    'U0LEAD',
  ),
  ...hours('people[].hours', "they work; the organisation's hours when left out"),
  'people[].leave': says(
    'An iCalendar address on the internet that says when they are away; colleagues are asked to cover.',
  ),
  customers: says('The accounts Handrail looks after.', '[{ id: northwind, … }]'),
  'customers[].id': says('The short name of a customer, in commands and addresses.'),
  'customers[].name': says('What people call them.', 'Northwind'),
  'customers[].timeZone': says('The clock and calendar their check-ins go by.', 'America/New_York'),
  ...hours('customers[].businessHours', 'they work; Monday to Friday, 9 to 5, when left out'),
  'customers[].holidays': says(
    'Their public holidays, computed, and days without work once somebody has confirmed them (`holidays northwind confirm`).',
    '{ country: US, region: ny }',
  ),
  'customers[].holidays.country': says('The country.'),
  'customers[].holidays.region': says('A part of it with holidays of its own.'),
  'customers[].holidays.also': says('Other days they are off.', '[2026-12-24]'),
  'customers[].holidays.except': says('Public holidays on which they work.', '[2026-10-12]'),
  'customers[].brief': says(
    "What the vendor's people must know before they call.",
    'Moves its ledger in one night.',
  ),
  'customers[].words': says('What they call things; known at once.', '{ systems: [POS] }'),
  'customers[].words.systems': says('What their work runs on.', '[POS, the till]'),
  'customers[].words.sites': says('Where they work.', '[Leeds, plant 2]'),
  'customers[].words.products': says('What they make or sell.', '[Hermes]'),
  'customers[].words.people': says('Whom they talk about.', '[Priya]'),
  'customers[].language': says(
    'The language of what everybody there reads; English when left out.',
    'de',
  ),
  'customers[].handEmoji': says(
    'What their people put on a message to ask for somebody without a word: in Slack by its name, in Teams the emoji itself.',
    '[raised_hand, 🙋]',
  ),
  'customers[].people': says('Who is who for them.', '{ leader: lead-1, advocate: adv-1 }'),
  'customers[].people.leader': says('The person on their side who is asked first.', 'lead-1'),
  'customers[].people.members': says('Others on their side.', '[member-1]'),
  'customers[].people.advocate': says('The vendor person who looks after them.', 'adv-1'),
  'customers[].people.backup': says('Who stands in.', 'adv-2'),
  'customers[].people.sales': says('Their sales contact.', 'sales-1'),
  'customers[].people.manager': says('Who decides how often they are asked.', 'mgr-1'),
  'customers[].contract': says(
    'What was agreed about the price of work; without it, requests have none.',
    '{ currency: USD, rates: { technician: 9600 } }',
  ),
  'customers[].contract.currency': says('In which everything is priced.'),
  'customers[].contract.included': says('What the fee pays for in a calendar month.', '10h'),
  'customers[].contract.includedRoles': says(
    'Whose work that is; all, when left out.',
    '[technician]',
  ),
  'customers[].contract.rates': says(
    'An hour, by role, in the minor unit of the currency: 9600 of USD is 96.00.',
    '{ technician: 9600, engineer: 14400 }',
  ),
  'customers[].contract.afterHours': says(
    'An hour outside the hours; a role that is missing keeps its rate.',
    '{ technician: 14400 }',
  ),
  ...hours(
    'customers[].contract.hours',
    "work has its ordinary rate; the customer's, when left out",
  ),
  'customers[].contract.rounding': says('Minutes are rounded up to this, once a request.', '15m'),
  'customers[].contract.covers': says('Work the fee pays for.', '["morning backup check"]'),
  'customers[].contract.reworkDays': says(
    'Until this day the same fault again is not billed.',
    '14',
  ),
  'customers[].contract.freeTravelUnder': says('Travel that is shorter is not billed.', '1h'),
  'customers[].contract.ours': says(
    'Incidents and changes of ours: what they make necessary is not billed.',
    '[{ id: CHG-104, at: 2026-03-10T02:00:00Z, what: new firewall rules }]',
  ),
  'customers[].contract.ours[].id': says('What a request names as its cause.', 'CHG-104'),
  'customers[].contract.ours[].at': says('When it was.'),
  'customers[].contract.ours[].what': says('What it was.', 'new firewall rules'),
  'customers[].places': says(
    'The conversations about them.',
    '[{ id: northwind-shared, audience: shared }]',
  ),
  'customers[].places[].id': says('The short name of a place.', 'northwind-shared'),
  'customers[].places[].audience': says('Who reads it: the customer too, or the vendor alone.'),
  'customers[].places[].listening': says(
    'Whether clear questions between people are answered there, or only what is said to Handrail.',
  ),
  'customers[].places[].tell': says(
    'What it is told unasked: all there is, or only what concerns a page.',
    'page',
  ),
  'customers[].places[].partners': says(
    "The partners' people who are in it: they may be handed what was said there, in its own words.",
    '[partner-1]',
  ),
  'customers[].places[].language': says(
    "The language of this place; the customer's when left out.",
    'fr',
  ),
  'customers[].places[].identities': says(
    'Which conversations it is.',
    '[{ platform: slack, workspace: T0VEND, channel: C0SHARED }]',
  ),
  'customers[].places[].identities[].platform': identity.platform,
  'customers[].places[].identities[].workspace': identity.workspace,
  'customers[].places[].identities[].tenant': identity.tenant,
  'customers[].places[].identities[].address': says(
    'Mail: a list or mailbox that reaches everybody of the place (docs/mail.md).',
    'erp-team@northwind.example',
  ),
  'customers[].places[].identities[].channel': says("Slack: the channel's id.", 'C0SHARED'),
  'customers[].places[].identities[].conversation': says(
    "Teams: the conversation's id.",
    '19:general@thread.tacv2',
  ),
  'customers[].escalation': says(
    'Who is called for them; the one called "default" when left out.',
    'default',
  ),
  'customers[].transitions': says('What they go through.', '[{ id: erp, … }]'),
  'customers[].transitions[].id': says('The short name of a transition.', 'erp-go-live'),
  'customers[].transitions[].kind': says(
    'What kind of change it is; when trouble is likely follows from it.',
  ),
  'customers[].transitions[].name': says('What the customer calls it.', 'ERP go-live'),
  'customers[].transitions[].window': says(
    'When it happens.',
    '{ from: 2026-03-06T18:00:00-05:00, until: 2026-03-07T06:00:00-05:00 }',
  ),
  'customers[].transitions[].window.from': says('When it begins.'),
  'customers[].transitions[].window.until': says('When it is over.', '2026-03-07T06:00:00-05:00'),
  'customers[].transitions[].milestones': says('Its steps, in their order.', '[{ id: backup, … }]'),
  'customers[].transitions[].milestones[].id': says('The short name of a step.', 'backup'),
  'customers[].transitions[].milestones[].name': says(
    'What the customer reads.',
    'Back up the old system',
  ),
  'customers[].transitions[].milestones[].from': says('When it is to begin.'),
  'customers[].transitions[].milestones[].until': says(
    'When it is to be done.',
    '2026-03-06T19:00:00-05:00',
  ),
  'customers[].transitions[].milestones[].after': says(
    'The steps it can only begin after; left out, the one before it in the list.',
    '[backup]',
  ),
  'customers[].transitions[].milestones[].owner': says(
    'Whose step it is. Somebody of the customer is asked to confirm it at its time, and it is never called late; a colleague is asked when nobody has said how it stands.',
    'lead-1',
  ),
  schedules: says('Who is on call when.', '[{ id: duty, … }]'),
  'schedules[].id': says('The short name of a schedule.', 'duty'),
  'schedules[].timeZone': says('The clock its turns change by.'),
  'schedules[].rotation': says(
    'Who follows whom.',
    '{ every: 1w, start: 2026-03-02T09:00, people: [adv-1, eng-1] }',
  ),
  'schedules[].rotation.every': says('How long a turn is.'),
  'schedules[].rotation.start': says('When the first one begins, on its clock.'),
  'schedules[].rotation.people': says('Whose turns they are, in order.', '[adv-1, eng-1]'),
  'schedules[].layers': says(
    'More turns above those: who is on top of a layer stands in for it.',
    '[{ rotation: … }]',
  ),
  'schedules[].layers[].rotation': says(
    'Who follows whom in this layer.',
    '{ every: 1d, start: 2026-03-02T09:00, people: [eng-2] }',
  ),
  'schedules[].layers[].rotation.every': says('How long a turn is.', '1d'),
  'schedules[].layers[].rotation.start': says('When the first one begins, on its clock.'),
  'schedules[].layers[].rotation.people': says('Whose turns they are, in order.', '[eng-2]'),
  'schedules[].layers[].only': says(
    'The hours it is there; always when left out.',
    '{ days: [sat, sun] }',
  ),
  'schedules[].layers[].only.days': says('On which days.', '[sat, sun]'),
  'schedules[].layers[].only.from': says('From when on these days.', '18:00'),
  'schedules[].layers[].only.until': says('Until when.', '24:00'),
  'schedules[].overrides': says(
    'Who stands in when.',
    '[{ from: 2026-03-06T18:00, until: 2026-03-07T09:00, person: eng-1 }]',
  ),
  'schedules[].overrides[].from': says('From when.', '2026-03-06T18:00'),
  'schedules[].overrides[].until': says('Until when.', '2026-03-07T09:00'),
  'schedules[].overrides[].person': says('Who.', 'eng-1'),
  escalations: says('Who is called, in which order.', '[{ id: default, … }]'),
  'escalations[].id': says('The short name of an escalation.', 'default'),
  'escalations[].levels': says(
    'Who is called one after the other.',
    '[{ to: [advocate], wait: 5m }]',
  ),
  'escalations[].levels[].to': says(
    'Everybody of one level: a role (advocate, backup, sales, manager), a person, or a mapping.',
    '[advocate, { schedule: duty }]',
  ),
  ...target('escalations[].levels[].to[]'),
  'escalations[].levels[].wait': says('How long the level has before the next one is called.'),
  'escalations[].levels[].strategy': says(
    'All of the level at once in order, or the first one free.',
  ),
  'escalations[].repeat': says(
    'How often all levels are gone through again; 3 when left out.',
    '3',
  ),
  'escalations[].fallback': says(
    'Who is called when all that brought nobody; the manager when left out.',
    '[manager]',
  ),
  ...target('escalations[].fallback[]'),
  ...hookSentences,
  ...webhookSentences,
};
