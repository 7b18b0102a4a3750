import { expect, test } from '@jest/globals';
import type { Abilities, OpenPlatform, PlatformUnderTest } from './platform-under-test.ts';

/** Keeps a promise that is about something a platform may lack. */
export type KeepPromise = <Name extends keyof Abilities>(
  name: Name,
  what: string,
  keep: (ability: Abilities[Name]) => Promise<void>,
) => void;

/** Makes a test of each promise; where the platform lacks what it is about, the reason stands in its place. */
export function promisesOf({ lacks }: PlatformUnderTest, open: () => OpenPlatform): KeepPromise {
  return (name, what, keep) => {
    const reason = lacks[name];
    if (reason)
      return test(`${what}: no ${name} here, for ${reason}`, () => {
        expect(open()[name]).toBeUndefined();
      });
    test(what, async () => {
      const abilities: Partial<Abilities> = open();
      const ability = abilities[name];
      if (!ability) throw new Error(`It lacks ${name} and does not say why.`);
      await keep(ability);
    });
  };
}
