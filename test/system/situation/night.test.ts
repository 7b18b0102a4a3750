import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { answerAboutTime } from '../../../src/situation/answer-about-time.ts';
import { answerSituation } from '../../../src/situation/answer-situation.ts';
import { notifyAskers } from '../../../src/situation/notify-askers.ts';
import { offerToPublish } from '../../../src/situation/offer-to-publish.ts';
import { recordEvent } from '../../../src/timeline/record-event.ts';
import type { MilestoneState } from '../../../src/transitions/milestone.ts';
import { moveMilestone } from '../../../src/transitions/move-milestone.ts';
import { type Night, openNight } from './night.ts';

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterAll(() => night.close());

const reader = { timeZone: 'America/New_York' };

async function situation(
  placeId: string | null = 'northwind-shared',
  threadOf: string | null = null,
): Promise<string> {
  return night.trip(async trip => {
    const asked = { customerId: 'northwind', personId: 'lead-1', placeId, threadOf };
    const card = await answerSituation(trip, asked);
    expect(card.actions?.map(({ id }) => id)).toContain('page.raise');
    return plainText(card, { ...reader, now: trip.now });
  });
}

async function move(key: string, to: MilestoneState) {
  return night.trip(async trip => {
    const moved = await moveMilestone(trip, {
      milestoneId: `northwind/erp/${key}`,
      to,
      byId: 'adv-1',
    });
    await notifyAskers(trip, 'northwind');
    return moved;
  });
}

async function publish(text: string, visibility: 'shared' | 'internal' = 'shared') {
  return night.trip(async trip => {
    const id = await recordEvent(trip, {
      customerId: 'northwind',
      kind: 'note',
      visibility,
      text,
      authorId: 'adv-1',
    });
    await notifyAskers(trip, 'northwind');
    await offerToPublish(trip, id);
    return id;
  });
}

async function about(text: string): Promise<string | null> {
  return night.trip(async trip => {
    const card = await answerAboutTime(trip, { customerId: 'northwind', text, ...reader });
    return card && plainText(card, { ...reader, now: trip.now });
  });
}

describe('the welcome', () => {
  test('is said once, names the advocate, the night and the rhythm', async () => {
    await night.at('20:00');
    const [welcome, ...rest] = await night.sent('northwind-shared');
    expect(rest).toEqual([]);
    expect(welcome).toMatchInlineSnapshot(`
"welcome: I'm Handrail, Fernhollow's advocate for Northwind during the ERP go-live. Nora Whitfield is your person; I make sure you always know what is happening and always reach someone.
Tonight: Back up the old system 18:00–19:00, Copy the balances 19:00–23:00, Open the new ledger 01:00–02:00.
I'll check in about every hour while it runs, less as things settle.
Ask "what's happening now?" any time. If you get worried, type page and I'll fetch someone, at any hour."
`);
  });
});

describe('the situation through the night', () => {
  test('before the window it says when it opens and what is first', async () => {
    expect(await situation()).toMatchInlineSnapshot(`
"Now: The ERP go-live has not begun. Its window opens 18:00.
Next: Back up the old system, 18:00.
With you: Nora Whitfield, your advocate, back 18:00.
No news logged yet. Type page to get a person, at any hour."
`);
  });

  test('a step whose time has come is named although nobody reported it', async () => {
    await night.at('18:05');
    expect(await situation()).toMatchInlineSnapshot(`
"Now: ⏳ Back up the old system was due 18:00–19:00. I've had no word of it yet.
Just happened: 18:00 ERP go-live: the window has opened.
Next: Copy the balances, 19:00.
With you: Nora Whitfield, your advocate.
As of 18:00, 5 minutes ago. Type page to get a person, at any hour."
`);
  });

  test('underway, just happened and next are told from the plan and its moves', async () => {
    await night.at('18:02');
    await move('backup', 'underway');
    await night.at('18:50');
    await move('backup', 'done');
    await night.at('19:01');
    await move('copy', 'underway');
    await night.at('19:10');
    expect(await situation()).toMatchInlineSnapshot(`
"Now: ⏳ Copy the balances, since 19:01. Planned to finish 23:00, on time.
Just happened: 18:50 Back up the old system: done, 10 minutes early. · 18:00 ERP go-live: the window has opened.
Next: Open the new ledger, Sat 01:00.
With you: Nora Whitfield, your advocate.
As of 19:01, 9 minutes ago. Type page to get a person, at any hour."
`);
  });

  test('a late step is said as late, counted once and told to the advocate', async () => {
    await night.at('18:02');
    await move('backup', 'underway');
    await night.at('19:15');
    expect(await night.facts('shared')).not.toContainEqual(expect.stringContaining('longer'));
    await night.at('19:16');
    expect(await night.facts('shared')).toContainEqual(
      'milestone.late: Back up the old system is running longer than planned: it was due to finish 19:00.',
    );
    await night.at('19:20');
    expect(await situation()).toMatchInlineSnapshot(`
"The last news I have is from 18:02: Back up the old system: started. That is an hour and 18 minutes old, so I won't guess. I've asked Nora Whitfield; I'll tell you here the moment I know.
Last known: ⚠️ Back up the old system, since 18:02, is running longer than planned. It was due to finish 19:00. ⏳ Copy the balances was due 19:00–23:00. I've had no word of it yet.
Before that: 18:00 ERP go-live: the window has opened.
Next, by the plan: Open the new ledger, Sat 01:00.
With you: Nora Whitfield, your advocate.
As of 18:02, 1 hour ago. Type page to get a person, at any hour."
`);
    expect(await night.sent('adv-1')).toMatchInlineSnapshot(`
[
  "task: ⚠️ Northwind: Back up the old system was due to finish 00:00 and is not marked done. The customer sees it as late, and nothing more.
If it is further than that: "milestone backup done". To say how it stands: "publish northwind: …".",
  "news-request: Northwind asks what is happening
Asked 00:20. The last news the customer has is from Fri 23:02: Back up the old system: started.
Answer here with "publish northwind: …", or move a step: "milestone … done". I tell everyone who asked at once.",
]
`);
    const evidence = await night.trip(({ tx }) => tx.evidence.findMany());
    // The second step, due at 19:00, only waits for the first: one slip counts once.
    expect(evidence.map(({ key }) => key)).toEqual(['late:northwind/erp/backup']);
  });

  test('a slip somebody reports is told unasked, and the same message changes when the step moves', async () => {
    await night.at('18:02');
    await move('backup', 'underway');
    await night.at('18:30');
    await move('backup', 'late');
    expect((await night.sent('northwind-shared')).at(-1)).toBe(
      `slip: ⏳ Back up the old system will take longer than planned: it was due to finish 19:00.
Nora Whitfield knows. I'll change this message as soon as it moves.
Type page to get a person, at any hour.`,
    );
    await night.at('19:25');
    await move('backup', 'done');
    expect(await night.sent('northwind-shared')).toContainEqual(
      expect.stringContaining('✅ Back up the old system: done, 25 minutes late.'),
    );
  });

  test('a roll-back is news of its own, marked as what it is, and its message follows the step to the end', async () => {
    const slips = async () =>
      (await night.sent('northwind-shared')).filter(text => text.startsWith('slip:'));
    await night.at('18:02');
    await move('backup', 'underway');
    await night.at('18:30');
    await move('backup', 'late');
    await night.at('19:10');
    await move('backup', 'rolled-back');
    expect(await slips()).toEqual([
      expect.stringMatching(/^slip: ⚠️ Back up the old system: rolled back\..*\nType page/),
      expect.stringMatching(
        /^slip: ⚠️ Back up the old system: rolled back\..*\nNora Whitfield knows\./,
      ),
    ]);
    await night.at('19:30');
    await move('backup', 'underway');
    expect((await slips()).at(-1)).toMatch(/^slip: ⏳ Back up the old system: started/);
    expect((await slips()).at(-1)).toContain('as soon as it moves');
    await night.at('20:10');
    await move('backup', 'done');
    expect((await slips()).at(-1)).toMatch(/^slip: ✅ Back up the old system: done/);
    expect((await slips()).at(-1)).not.toContain('as soon as it moves');
    expect(await slips()).toHaveLength(2);
  });

  test('a step rolled back out of the blue is told unasked too', async () => {
    await night.at('18:02');
    await move('backup', 'done');
    await night.at('18:40');
    await move('backup', 'rolled-back');
    expect((await night.sent('northwind-shared')).at(-1)).toMatch(/^slip: ⚠️ Back up the old/);
  });

  test('a late step that has started is not shown as done with', async () => {
    await night.at('18:02');
    await move('backup', 'late');
    await night.at('18:20');
    await move('backup', 'underway');
    expect((await night.sent('northwind-shared')).at(-1)).toMatch(/^slip: ⏳ .*started/);
    await night.at('18:55');
    await move('backup', 'done');
    expect((await night.sent('northwind-shared')).at(-1)).toMatch(/^slip: ✅ /);
  });

  test('a step rolled back puts what follows on hold, and nothing after it is called late', async () => {
    await night.at('18:02');
    await move('backup', 'done');
    await night.at('19:01');
    await move('copy', 'underway');
    await night.at('22:00');
    await move('copy', 'rolled-back');
    await night.at('22:10');
    expect(await situation()).toMatchInlineSnapshot(`
"Now: ⚠️ Copy the balances was rolled back at 22:00. The steps after it wait for a new plan.
Just happened: 22:00 Copy the balances: rolled back. The steps after it wait for a new plan. · 18:02 Back up the old system: done, 58 minutes early. · 18:00 ERP go-live: the window has opened.
Next: There is no new plan yet.
With you: Nora Whitfield, your advocate.
As of 22:00, 10 minutes ago. Type page to get a person, at any hour."
`);
    await night.at('28:00');
    expect(await night.facts('shared')).not.toContainEqual(expect.stringContaining('late'));
    await move('copy', 'underway');
    await night.at('28:01');
    await move('copy', 'done');
    await night.at('28:02');
    expect((await night.sent('adv-1')).at(-1)).toContain(
      'Open the new ledger was due to start 06:00, and nobody has said how it stands',
    );
    expect(await night.facts('shared')).not.toContainEqual(expect.stringContaining('new ledger'));
  });

  test('when every step is done it says so, and the window closes on time', async () => {
    await night.at('18:02');
    await move('backup', 'done');
    await move('copy', 'done');
    await move('open', 'done');
    expect(await situation()).toMatchInlineSnapshot(`
"Now: ✅ Every planned step of the ERP go-live is done, since 18:02.
Just happened: 18:02 Open the new ledger: done, seven hours and 58 minutes early. · 18:02 Copy the balances: done, four hours and 58 minutes early. · 18:02 Back up the old system: done, 58 minutes early.
With you: Nora Whitfield, your advocate.
As of 18:02, just now. Type page to get a person, at any hour."
`);
    await night.at('30:01');
    expect(await situation()).toMatchInlineSnapshot(`
"Now: Nothing is underway. The work on the ERP go-live ended 06:00. This is the time of settling in.
Just happened: 06:00 ERP go-live: the window has closed, and the time of settling in begins. · Fri 18:02 Open the new ledger: done, seven hours and 58 minutes early. · Fri 18:02 Copy the balances: done, four hours and 58 minutes early.
With you: Nora Whitfield, your advocate, back Mon 05:00.
As of Fri 18:02, 12 hours ago. Type page to get a person, at any hour."
`);
  });

  test('the window stays open while a step is unfinished, and closes when it settles', async () => {
    await night.at('18:02');
    await move('backup', 'done');
    await move('copy', 'done');
    await night.at('25:00');
    await move('open', 'underway');
    await night.at('31:00');
    const phase = () => night.trip(({ tx }) => tx.transition.findFirst()).then(one => one?.phase);
    expect(await phase()).toBe('live');
    await move('open', 'done');
    await night.at('31:00');
    expect(await phase()).toBe('settling');
  });
});

describe('stale news', () => {
  beforeEach(async () => {
    await night.at('18:00');
    await move('backup', 'done');
    await move('copy', 'underway');
    await night.at('19:00');
    await publish('Copying the balances, 55 %');
  });

  test('exactly at the limit it still answers; a minute later it says so', async () => {
    await night.at('19:30');
    expect(await situation()).toContain('Now: ⏳ Copy the balances');
    await night.at('19:31');
    expect(await situation()).toMatchInlineSnapshot(`
"The last news I have is from 19:00: Copying the balances, 55 %. That is 31 minutes old, so I won't guess. I've asked Nora Whitfield; I'll tell you here the moment I know.
Last known: ⏳ Copy the balances, since 18:00. Planned to finish 23:00.
Before that: 18:00 Back up the old system: done, an hour early. · 18:00 ERP go-live: the window has opened.
Next, by the plan: Open the new ledger, Sat 01:00.
With you: Nora Whitfield, your advocate.
As of 19:00, 31 minutes ago. Type page to get a person, at any hour."
`);
  });

  test('asks the advocate once, however many ask, and tells each of them once', async () => {
    await night.at('19:40');
    await situation();
    await situation();
    await night.at('19:42');
    await situation('northwind-shared', 'thread-1');
    expect(await situation(null)).toContain(
      'I asked Nora Whitfield at 19:40 and am waiting for the answer',
    );
    const requests = (await night.sent('adv-1')).filter(text => text.startsWith('news-request'));
    expect(requests).toMatchInlineSnapshot(`
[
  "news-request: Northwind asks what is happening
Asked 00:40. The last news the customer has is from 00:00: Copying the balances, 55 %
Answer here with "publish northwind: …", or move a step: "milestone … done". I tell everyone who asked at once.",
]
`);
    await night.at('19:45');
    await publish('Copying the balances, 80 %.');
    await publish('Something else');
    const shared = (await night.sent('northwind-shared')).filter(text => text.startsWith('answer'));
    expect(shared).toMatchInlineSnapshot(`
[
  "answer: You asked at 19:40: 19:45 Copying the balances, 80 %.
Type page to get a person, at any hour.",
  "answer: You asked at 19:42: 19:45 Copying the balances, 80 %.
Type page to get a person, at any hour.",
]
`);
    expect(await night.sent('lead-1')).toHaveLength(1);
    expect(await situation()).toContain('Now: ⏳ Copy the balances');
  });

  test('an internal note is offered for publishing, and tells the customer nothing by itself', async () => {
    await night.at('19:40');
    await situation();
    await publish('Disk almost full, adding space', 'internal');
    expect((await night.sent('adv-1')).at(-1)).toMatchInlineSnapshot(`
"answer: Northwind has been waiting for news since 00:40. So far your note is internal. Shall I tell them this?
“Disk almost full, adding space”
Or in other words: "publish northwind: …"."
`);
    expect((await night.sent('northwind-shared')).join()).not.toContain('Disk');
    expect(await situation()).toContain('asked Nora Whitfield');
  });

  test('unanswered after ten minutes the backup is asked, after twenty a person is fetched', async () => {
    await night.at('19:40');
    await situation();
    await night.at('19:49');
    expect(await night.sent('adv-2')).toEqual([]);
    await night.at('19:50');
    expect(await night.sent('adv-2')).toHaveLength(1);
    const pages = () => night.trip(({ tx }) => tx.page.findMany());
    await night.at('19:59');
    expect(await pages()).toEqual([]);
    await night.at('20:00');
    expect(await pages()).toMatchObject([
      { rule: 'stale-timeline', isShared: true, raisedBy: 'rule' },
    ]);
    await night.at('21:30');
    expect(await pages()).toHaveLength(1);
    await move('copy', 'done');
    const told = (await night.sent('northwind-shared')).filter(text => text.startsWith('answer'));
    expect(told).toHaveLength(1);
    expect(await pages()).toMatchObject([{ state: 'resolved', resolvedById: 'adv-1' }]);
  });
});

describe('questions with a time', () => {
  test('are answered from the facts and the plan of the customer alone', async () => {
    await night.at('18:02');
    await move('backup', 'underway');
    await night.at('18:50');
    await move('backup', 'done');
    await night.at('19:01');
    await move('copy', 'underway');
    await publish('Secret: the disk is full', 'internal');
    await night.at('22:00');
    const questions = [
      'when is cutover?',
      'did the backup finish?',
      'when does the new ledger open?',
      "what's next?",
      'what time is it over?',
      'are we on time?',
      'what happened in the last 4 hours?',
      'what happened yesterday?',
      'what happened at 7?',
      'what is planned for tomorrow morning?',
    ];
    const answers: string[] = [];
    for (const question of questions) answers.push(`${question}\n${await about(question)}`);
    expect(answers.join('\n\n')).toMatchInlineSnapshot(`
"when is cutover?
ERP go-live began 18:00; its window ends Sat 06:00.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

did the backup finish?
✅ Back up the old system is done, since 18:50.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

when does the new ledger open?
Open the new ledger is planned for Sat 01:00–02:00.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

what's next?
Next: Open the new ledger, Sat 01:00. ⏳ Copy the balances, since 19:01. Planned to finish 23:00.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

what time is it over?
ERP go-live: its window ends Sat 06:00. The last step is Open the new ledger, planned to finish Sat 02:00.
The last news I have is from 19:01: Copy the balances: started. That is two hours and 59 minutes old, so I won't guess. I've asked Nora Whitfield.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

are we on time?
By everything reported so far, nothing is late. ⏳ Copy the balances is underway since 19:01. Planned to finish 23:00.
The last news I have is from 19:01: Copy the balances: started. That is two hours and 59 minutes old, so I won't guess. I've asked Nora Whitfield.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

what happened in the last 4 hours?
Since 18:00:
18:00 ERP go-live: the window has opened.
18:50 Back up the old system: done, 10 minutes early.
19:01 Copy the balances: started.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

what happened yesterday?
On Thu 5 Mar, nothing was reported.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

what happened at 7?
At 19:00, no step was underway.
18:50 Back up the old system: done, 10 minutes early.
19:01 Copy the balances: started.
As of 19:01, 3 hours ago. Type page to get a person, at any hour.

what is planned for tomorrow morning?
Nothing is planned between Sat 05:00 and Sat 12:00.
As of 19:01, 3 hours ago. Type page to get a person, at any hour."
`);
    expect(answers.join()).not.toContain('Secret');
    expect(await about('the ledger is down')).toBeNull();
  });
});
