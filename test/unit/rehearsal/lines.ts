import type { EventLine, InputLine, MessageLine } from '../../../src/rehearsal/line.ts';

const zone = 'America/New_York';

export function buildMessage(overrides: Partial<MessageLine> = {}): MessageLine {
  return {
    kind: 'message',
    at: new Date('2026-03-06T23:05:00Z'),
    zone,
    messageId: 'm1',
    to: 'northwind-shared',
    customer: 'northwind',
    audience: 'shared',
    via: 'chat',
    message: 'situation',
    text: 'Now: Back up the old system, since 18:00.',
    actions: [{ id: 'page.raise', label: 'Get a person', subject: 'northwind' }],
    edited: false,
    before: null,
    readerZone: zone,
    ...overrides,
  };
}

export function buildEvent(overrides: Partial<EventLine> = {}): EventLine {
  return {
    kind: 'event',
    at: new Date('2026-03-06T23:10:00Z'),
    zone,
    customer: 'northwind',
    event: 'page.raised',
    visibility: 'shared',
    text: 'Somebody was called.',
    ...overrides,
  };
}

export function buildInput(overrides: Partial<InputLine> = {}): InputLine {
  return {
    kind: 'input',
    at: new Date('2026-03-06T23:05:00Z'),
    zone,
    deed: {
      kind: 'says',
      personId: 'lead-1',
      placeId: 'northwind-shared',
      text: "what's happening now?",
      aside: false,
    },
    on: null,
    ...overrides,
  };
}
