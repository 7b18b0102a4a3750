import { describe, expect, test } from '@jest/globals';
import { renderCard } from '../../../src/adapters/markup/render-card.ts';
import { renderSparkline } from '../../../src/adapters/markup/sparkline.ts';
import {
  createPracticeClock,
  practiceStart,
} from '../../../src/adapters/practice/clock/practice-clock.ts';
import { readClock, readPress, readSay } from '../../../src/adapters/practice/inbox/forms.ts';
import { renderAvatar, renderLines } from '../../../src/adapters/practice/render/render-line.ts';
import {
  addressOf,
  choiceFrom,
  isId,
  withSitter,
  withView,
} from '../../../src/adapters/practice/room/choice.ts';
import type { RoomLine, RoomSeat, Sitter } from '../../../src/adapters/practice/room/seat.ts';
import { internal, shared, time, words } from '../../../src/delivery/audience.ts';
import { internalCard, sharedCard } from '../../../src/delivery/card.ts';
import { HandrailError } from '../../../src/shared/errors.ts';
import { isLoopback } from '../../../src/shared/loopback.ts';
import { written } from '../../harness/written.ts';

const evil = `<img src=x onerror="alert(1)">'&`;
const at = new Date('2026-03-07T00:05:00Z');

describe('a card', () => {
  test("shows everybody's words as words, wherever they stand", () => {
    const card = internalCard('page', 'northwind', {
      heading: internal`${evil}`,
      body: [internal`A ${evil} b`, shared`${words(written(evil))}`],
      facts: [{ label: evil, text: internal`${evil}` }],
      foot: internal`${evil}`,
      actions: [{ id: 'page.acknowledge', label: evil, subject: evil }],
    });
    const markup = renderCard(card, { timeZone: 'Europe/London', now: at }).markup;
    expect(markup).not.toContain('<img');
    expect(
      markup.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&#39;&amp;/g),
    ).toHaveLength(6);
  });

  test("shows times on the reader's clock", () => {
    const card = sharedCard('answer', 'northwind', { body: [shared`At ${time(at)}`] });
    const inZone = (timeZone: string) => renderCard(card, { timeZone, now: at }).markup;
    expect(inZone('America/New_York')).toContain('>19:05</time>');
    expect(inZone('Europe/London')).toContain('>00:05</time>');
  });
});

describe('a seat', () => {
  const sitter: Sitter = {
    id: 'lead-1',
    name: `Daniel ${evil}`,
    role: 'leader',
    side: 'customer',
    timeZone: 'America/New_York',
  };
  const message = (more: Partial<Extract<RoomLine, { kind: 'message' }>>): RoomLine => ({
    kind: 'message',
    id: 'm1',
    at,
    card: sharedCard('check-in', 'northwind', {
      body: [shared`How is it?`],
      actions: [
        { id: 'check-in.good', label: 'All good', subject: 'c1' },
        { id: 'check-in.worried', label: 'Worried', subject: 'c1' },
      ],
    }),
    revision: 1,
    writtenAt: at,
    via: 'chat',
    isRepeat: false,
    inReplyTo: null,
    ...more,
  });
  const seatWith = (...all: RoomLine[]): RoomSeat => {
    const current = { id: 'northwind-shared', title: '#x', kind: 'shared', newest: 1 } as const;
    return {
      name: 'customer',
      sitter,
      sitters: [],
      conversations: [current],
      current,
      lines: all,
      suggestions: [],
    };
  };
  const markupOf = (...all: RoomLine[]) =>
    renderLines(seatWith(...all), { csrf: 'token', back: '/' })
      .map(({ markup }) => markup)
      .join('');

  test('has a separator for each day of its sitter', () => {
    const markup = markupOf(
      message({ id: 'a', at: new Date('2026-03-07T04:59:00Z') }),
      message({ id: 'b', at: new Date('2026-03-07T05:01:00Z') }),
      message({ id: 'c', at: new Date('2026-03-07T06:01:00Z') }),
    );
    expect(markup.match(/class="day"/g)).toHaveLength(2);
    expect(markup).toContain('Friday 6 March');
    expect(markup).toContain('Saturday 7 March');
  });

  test('offers the buttons of a message by their place in it, never by what they mean', () => {
    const markup = markupOf(message({}));
    expect(markup).toContain('name="action" value="1"');
    expect(markup).not.toContain('check-in.worried');
    expect(markup).not.toContain('"c1"');
  });

  test('says edited after an edit, and shows no buttons on a telephone', () => {
    expect(markupOf(message({ revision: 1 }))).not.toContain('edited');
    expect(markupOf(message({ revision: 2 }))).toContain('edited');
    const text = markupOf(message({ via: 'sms' }));
    expect(text).toContain('text message');
    expect(text).not.toContain('<button');
  });

  test("shows people's words and names as words", () => {
    const by = { ...sitter, id: 'other' };
    const markup = markupOf(
      { kind: 'words', id: 'w1', at, by, text: evil },
      { kind: 'press', id: 'p1', at, by, label: evil },
      { kind: 'words', id: 'w2', at, by: null, text: evil },
    );
    expect(markup).not.toContain('<img');
  });

  test('gives everybody initials', () => {
    expect(renderAvatar('Lívia Prado').markup).toContain('>LP<');
    expect(renderAvatar('').markup).toContain('><');
    expect(renderAvatar('😀 x').markup).toContain('😀X');
  });
});

describe('what a visitor looks at', () => {
  const query = '/?customer=northwind&as-advocate=eng-1&in-advocate=northwind-team&seat=advocate';

  test('lives in the address and comes back from it', () => {
    const choice = choiceFrom(new URLSearchParams(query.slice(2)));
    expect(addressOf(choice)).toBe(query);
    expect(addressOf(withSitter(choice, 'advocate', 'adv-2'))).toBe(
      '/?customer=northwind&as-advocate=adv-2&seat=advocate',
    );
    expect(withView(choice, 'manager', 'direct').views.manager).toBe('direct');
  });

  test.each([
    ['', false],
    ['a b', false],
    ['<x>', false],
    ["'; DROP", false],
    ['a'.repeat(129), false],
    ['../x', false],
    ['northwind/erp-go-live/backup', true],
  ])('%j is an id: %s', (value, expected) => {
    expect(isId(value)).toBe(expected);
  });
});

describe('a form', () => {
  const frame = { csrf: 'x', back: '/?customer=northwind' };

  test('goes back to our own room, whatever it says', () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil',
      'javascript:alert(1)',
      '/?customer=<x>',
    ])
      expect(readClock({ ...frame, back, by: '1h' }).back).toBe('/');
    expect(readClock({ ...frame, by: '1h' }).back).toBe('/?customer=northwind');
  });

  test('with anything we did not put into it is refused', () => {
    const say = { ...frame, person: 'lead-1', conversation: 'direct', text: 'x' };
    expect(readSay(say)).toMatchObject({ text: 'x' });
    for (const bad of [
      { ...say, extra: 'x' },
      { ...say, person: ['a', 'b'] },
      { ...say, text: 'x'.repeat(4_001) },
      null,
      [],
      'x',
      { ...say, nonce: 'short' },
    ])
      expect(() => readSay(bad)).toThrow(HandrailError);
    for (const action of ['-1', '1e3', '999', 'page.raise'])
      expect(() =>
        readPress({ ...frame, person: 'a', conversation: 'direct', message: 'm', action }),
      ).toThrow(HandrailError);
    expect(() => readClock({ ...frame, by: '10y' })).toThrow(HandrailError);
  });

  test('loses what the database cannot keep', () => {
    const say = { ...frame, person: 'lead-1', conversation: 'direct', text: ' a\u0000b\ud800 ' };
    expect(readSay(say).text).toBe('ab');
  });
});

test('the practice clock starts ten minutes before the window and runs on from where it is put', () => {
  let real = new Date('2030-01-01T00:00:00Z');
  const clock = createPracticeClock({ now: () => real });
  expect(clock.now()).toEqual(practiceStart);
  real = new Date('2030-01-01T00:00:05Z');
  expect(clock.now()).toEqual(new Date(practiceStart.getTime() + 5_000));
  clock.moveTo(new Date('2026-03-08T00:00:00Z'));
  real = new Date('2030-01-01T00:00:06Z');
  expect(clock.now()).toEqual(new Date('2026-03-08T00:00:01Z'));
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['::1', true],
  ['[::1]', true],
  ['::ffff:127.0.0.1', true],
  ['0.0.0.0', false],
  ['192.168.1.5', false],
  ['127.0.0.1.evil.example', false],
  ['', false],
])('%s is this machine alone: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test('a sparkline stays in its frame, whatever it is given', () => {
  const markup = renderSparkline([-5, 0, 0.5, 1, 7]).markup;
  expect(markup).toContain('points="2.0,26.0 31.0,26.0 60.0,14.0 89.0,2.0 118.0,2.0"');
  expect(renderSparkline([]).markup).toContain('<svg');
});
