import type { OtherWords } from '../fixture.ts';
import type { Person } from '../northwind.ts';
import type { Abilities, OpenPlatform, Place, Said } from '../platform-under-test.ts';
import type { TeamsDoor } from './door.ts';

type Words = Pick<OpenPlatform, 'say' | 'mention' | 'tell'> &
  Pick<Abilities, 'threads' | 'edits' | 'quotes'>;

/** A message before Teams keeps it. */
interface Draft {
  readonly by: Person;
  readonly place: Place;
  readonly text: string;
  readonly root?: string;
}

/** The fixtures' question. */
const question = "what's happening now?";

/** What people write in Teams. */
export function wordsIn({ town, fixtures, ...door }: TeamsDoor): Words {
  /** Told by this fixture in our words. */
  async function write(
    { by, place, text, root }: Draft,
    fixture: string,
    words: OtherWords,
  ): Promise<Said> {
    const about = door.act({ by, where: town.roomOf(place), root: root ?? null });
    const reply = root ? { replyToId: root } : {};
    await door.deliver(fixtures.replay(fixture, { ...about, ...reply }, words));
    return { id: about.id, by, place, text };
  }

  return {
    say: (by, place, text) => write({ by, place, text }, 'message', { [question]: text }),
    mention: (by, place, text) => write({ by, place, text }, 'mention', { [question]: text }),
    async tell(by, text) {
      const about = door.act({ by, where: town.chatOf(by) });
      const words = { 'brief northwind': text };
      await door.deliver(fixtures.replay('direct-message', about, words));
    },
    threads: {
      reply: (by, { place, id: root }, text) =>
        write({ by, place, text, root }, 'thread-reply', { 'who is on duty?': text }),
    },
    edits: {
      async edit({ id, by, place }, text) {
        const about = { ...door.act({ by, where: town.roomOf(place), root: id }), id };
        const words = { "what's happening now, please?": text };
        await door.deliver(fixtures.replay('message-update', about, words));
      },
    },
    quotes: {
      ways: {
        'as an entity': (by, place, quoting) => quote('quoted-reply', { by, place, ...quoting }),
        'as a block of HTML': (by, place, quoting) =>
          quote('quoted-reply-html', { by, place, ...quoting }),
      },
      apart: ['as an entity'],
    },
  };

  function quote(fixture: string, { quoted, ...draft }: Draft & { readonly quoted: string }) {
    return write(draft, fixture, { 'the ledger is down': quoted, 'thank you': draft.text });
  }
}
