import { second } from '../../../src/shared/time.ts';
import type { Person } from './northwind.ts';
import type { OpenPlatform, Place, Shown, Told } from './platform-under-test.ts';

/** Long enough for what follows at once to be paced and shown. */
export const moments = 3 * second;

/** Looks at a platform as people do: what comes to be seen while something happens. */
export interface Watch {
  /** The messages that come to a place or person while something is done, and in the moments after it. */
  shownAfter(
    where: Place | { readonly person: Person },
    work: () => Promise<unknown>,
  ): Promise<Shown[]>;
  /** Presses a button in the first way in which the platform tells of it. */
  press(by: Person, on: Shown | undefined, button: string): Promise<Told>;
  /** Somebody of the vendor gives a command to us alone, and the moments after it pass. */
  command(by: Person, words: string): Promise<void>;
}

/** Watches the platform that is open at the time. */
export function watch(open: () => OpenPlatform): Watch {
  return {
    async shownAfter(where, work) {
      const before = new Set((await open().shown(where)).map(({ id }) => id));
      await work();
      await open().pass(moments);
      return (await open().shown(where)).filter(({ id }) => !before.has(id));
    },
    async press(by, on, button) {
      const [way] = Object.values(open().presses);
      if (!way || !on) throw new Error(`There is nothing to press "${button}" on.`);
      const told = await way(by, on, button);
      await open().pass(moments);
      return told;
    },
    async command(by, words) {
      await open().tell(by, words);
      await open().pass(moments);
    },
  };
}
