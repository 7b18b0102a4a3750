import { plus } from '../../../../src/shared/time.ts';
import { openTestRoom } from '../../practice/room.ts';
import { type Payload, readFixtures } from '../fixture.ts';
import { cast, type Person, quietMorning } from '../northwind.ts';
import type { OpenPlatform, Place, PlatformUnderTest, Shown } from '../platform-under-test.ts';

/** In which of the room's three seats somebody sits. */
const seatOf: Readonly<Record<string, string>> = {
  [cast.lead]: 'customer',
  [cast.member]: 'customer',
  [cast.stranger]: 'customer',
  [cast.advocate]: 'advocate',
  [cast.backup]: 'advocate',
  [cast.manager]: 'manager',
};

/** Its own page and forms, over HTTP. */
export const practice: PlatformUnderTest = {
  name: 'the practice room',
  lacks: {
    threads: 'what is written there stands in no thread',
    edits: 'what was said there stays as it was said',
    quotes: 'nothing is quoted there',
    forms: 'a form is typed there as its command',
    home: 'its seats show everything at once',
    shortcuts: 'its messages have no menu; `log` is typed',
    slash: 'words to us alone are as quiet',
    pins: 'its messages take no emoji',
    likes: 'its messages take no emoji',
    places: 'its places come with the examples, and nobody joins or leaves them',
    outages: 'it is this very process: when it is down nobody can say anything',
    limits: 'its screen is our own table, which takes everything',
  },
  open,
};

async function open(): Promise<OpenPlatform> {
  const fixtures = readFixtures('practice');
  const room = await openTestRoom({ start: quietMorning });
  const { ports, world } = room;
  let count = 0;

  /** Sends a form of the page, which tells it once more under the same nonce. */
  async function send(path: string, form: Payload) {
    const page = await room.visit();
    const fields = Object.fromEntries(
      Object.entries({ ...form, csrf: page.csrf }).map(([name, value]) => [name, String(value)]),
    );
    const post = () => page.send(path, fields);
    const { status } = await post();
    if (status !== 204) throw new Error(`The room answered ${status}.`);
    // A button that is gone by now is answered as such, which is well.
    return { again: async () => void (await post()) };
  }
  const newNonce = () => {
    count += 1;
    return `nonce-${String(count).padStart(8, '0')}`;
  };
  async function say(
    name: string,
    { by, place, text }: { by: Person; place: Place; text: string },
  ) {
    const nonce = newNonce();
    const form = { nonce, person: by, conversation: place, text };
    await send('/practice/say', fixtures.replay(name, form));
    return { id: nonce, by, place, text };
  }

  /** The conversation that somebody has open, as the page shows it. */
  async function look(by: Person, conversation: Place): Promise<Shown[]> {
    const seat = seatOf[by] ?? 'customer';
    const query = new URLSearchParams({
      customer: 'northwind',
      [`as-${seat}`]: by,
      [`in-${seat}`]: conversation,
    });
    const { markup } = await room.visit(`/?${query}`);
    const [, log = ''] = markup.split(`<ol data-lines="${seat}/${by}/${conversation}">`);
    const [lines = ''] = log.split('</ol>');
    return lines.split('<li ').flatMap(line => messageIn(line, conversation) ?? []);
  }
  const readerOf = (place: Place) => (place.endsWith('-shared') ? cast.lead : cast.advocate);

  return {
    fixtures,
    ports,
    complaints: room.complaints,
    say: (by, place, text) => say('aside', { by, place, text }),
    mention: (by, place, text) => say('say', { by, place, text }),
    tell: async (by, text) => void (await say('say', { by, place: 'direct', text })),
    presses: {
      'a form of the page': (by, on, label) => {
        const [conversation = '', message = ''] = on.id.split('#');
        const action = String(on.buttons.indexOf(label));
        const form = { nonce: newNonce(), person: by, conversation, message, action };
        return send('/practice/press', fixtures.replay('press', form));
      },
    },
    shown: where =>
      typeof where === 'string' ? look(readerOf(where), where) : look(where.person, 'direct'),
    pass: milliseconds =>
      world.engine.advanceTo(ports.clock, plus(ports.clock.now(), milliseconds)),
    close: () => room.close(),
  };
}

/** One of our messages as the page shows it; null for a line that is somebody else's. */
function messageIn(line: string, conversation: Place): Shown | null {
  const [, id] = /^class="line bot[^"]*" data-key="([^"]+)"/.exec(line) ?? [];
  if (!id) return null;
  const [head = '', rest = ''] = line.split('<div class="card">');
  const [card = '', actions = ''] = rest.split('<form class="actions"');
  return {
    id: `${conversation}#${id}`,
    words: wordsOf(card),
    buttons: [...actions.matchAll(/<button [^>]*>(.*?)<\/button>/g)].map(([, label = '']) =>
      wordsOf(label),
    ),
    threadOf: head.includes('in a thread') ? 'somebody’s words' : null,
  };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Markup as somebody reads it. */
function wordsOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&\S+?;/g, entity => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
