import { describe, expect, test } from '@jest/globals';
import { messageActivity } from '../../../src/adapters/teams/render/message-activity.ts';
import { renderForm } from '../../../src/adapters/teams/render/render-form.ts';
import { renderHome } from '../../../src/adapters/teams/render/render-home.ts';
import type { Form } from '../../../src/conversation/forms/form.ts';
import type { Span } from '../../../src/delivery/audience.ts';
import { actionIds, type Card, messageNames } from '../../../src/delivery/card.ts';
import type { Outgoing } from '../../../src/delivery/surface.ts';
import { cardProblems } from '../../harness/teams/card-check.ts';
import { liveParts } from './card-reader.ts';
import { hostileWords } from './hostile-words.ts';

const now = new Date('2026-03-06T23:00:00Z');

/** A card of this name with these words wherever words can stand. */
function cardFull(name: Card['name'], text: string): Card {
  const spans: Span[] = [
    { kind: 'words', text },
    { kind: 'strong', text },
    { kind: 'text', text: ' at ' },
    { kind: 'time', at: now.toISOString(), style: 'clock' },
  ];
  // Runs that stand side by side must not make up together what neither is alone.
  const letters = Array.from(
    text.slice(0, 30),
    (letter): Span => ({ kind: 'words', text: letter }),
  );
  return {
    audience: 'internal',
    name,
    customerId: 'northwind',
    heading: { spans },
    body: [{ spans }, { spans: letters }],
    facts: [{ label: text, text: { spans } }],
    actions: actionIds.slice(0, 7).map(id => ({ id, label: text, subject: 'p1' })),
    foot: { spans },
  };
}

function outgoing(card: Card, text: string): Outgoing {
  return {
    mayLeave: () => true,
    messageId: 'm1',
    key: 'k1',
    address: { platform: 'teams', workspace: 't1', id: 'c1', kind: 'place' },
    via: 'chat',
    to: 'one',
    card,
    text,
    timeZone: 'Europe/London',
    threadOf: null,
    isRepeat: true,
  };
}

function formFull(text: string): Form {
  const basics = { label: text, hint: text };
  return {
    name: 'log',
    title: text,
    submitLabel: text,
    timeZone: 'Europe/London',
    fields: [
      { ...basics, kind: 'text', id: 'text', value: text, isLong: true },
      {
        ...basics,
        kind: 'choice',
        id: 'customer',
        value: 'one',
        options: [{ value: 'one', label: text }],
        isLive: true,
      },
      { ...basics, kind: 'time', id: 'at', value: '2026-03-06T18:40', isOptional: true },
    ],
    preview: [{ spans: [{ kind: 'words', text }] }],
  };
}

test('there are two hundred of them, and a careless card would carry them out', () => {
  expect(new Set(hostileWords).size).toBe(200);
  const careless = (text: string) => ({
    type: 'AdaptiveCard',
    body: [{ type: 'TextBlock', text }],
  });
  const harmless = hostileWords.filter(text => liveParts(careless(text)).length === 0);
  // What only means something at the beginning of a line means nothing in the middle of one.
  expect(harmless.filter(text => !/^see [#>-]|^see Heading/.test(text))).toEqual([]);
});

describe('nothing a person wrote is carried out', () => {
  test.each(messageNames)('in a %s', name => {
    const live = hostileWords.flatMap(text => {
      const message = messageActivity(outgoing(cardFull(name, text), text), { now, nonce: 'n1' });
      const [{ content }] = message.attachments;
      return [...cardProblems(content), ...liveParts(message)];
    });
    expect(live).toEqual([]);
  });

  test('on the home card and in a form', () => {
    const reader = { timeZone: 'Europe/London', now };
    const live = hostileWords.flatMap(text => {
      const home = renderHome([cardFull('situation', text)], {
        ...reader,
        nonce: 'n',
        forms: ['log'],
      });
      const form = renderForm(formFull(text), { now, nonce: 'n', problems: { text, other: text } });
      return [home, form].flatMap(card => [...cardProblems(card), ...liveParts(card)]);
    });
    expect(live).toEqual([]);
  });

  test('and every letter of it is still to be read', () => {
    const shown = (text: string) => {
      const card: Card = {
        audience: 'shared',
        name: 'answer',
        customerId: null,
        body: [{ spans: [{ kind: 'words', text }] }],
      };
      const [{ content }] = messageActivity(outgoing(card, text), { now, nonce: 'n' }).attachments;
      return JSON.stringify(content.body);
    };
    for (const text of hostileWords) {
      const body = shown(text).replaceAll('\u2060', '');
      for (const word of text.match(/[A-Za-z]{3,}/g) ?? []) expect(body).toContain(word);
    }
  });
});
