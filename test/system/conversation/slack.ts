import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import type { Notice } from '../../../src/conversation/arrival/notice.ts';
import type { TestWorld } from '../../harness/world.ts';
import { type Said, saidDuring } from './talk.ts';

type From = Inbound['from'];
type Profile = NonNullable<From['profile']>;

const person = (name: string, over: Partial<Profile> = {}): Profile => ({
  name,
  timeZone: 'America/Chicago',
  isGuest: false,
  ...over,
});

/** Somebody in the vendor's own workspace. */
export const ours = (user: string, name = 'Ola Berg', over: Partial<Profile> = {}): From => ({
  platform: 'slack',
  workspace: 'T0VEND',
  user,
  profile: person(name, over),
});

/** Somebody in another workspace. */
export const theirs = (user: string, workspace = 'T0CUST', name = 'Carla Diaz'): From => ({
  platform: 'slack',
  workspace,
  user,
  profile: person(name),
});

/** A channel as the vendor's installation sees it. */
export const channel = (id: string) => ({ platform: 'slack', workspace: 'T0VEND', channel: id });

/** The bare account, as an author or an inviter is named. */
export const account = ({ platform, workspace, user }: From) => ({ platform, workspace, user });

/** Makes Slack known: the vendor's workspace, the channels, and those of the room's people who are listed there. */
export async function connectSlack(world: TestWorld): Promise<void> {
  await world.trip(async ({ tx }) => {
    await tx.ownWorkspace.create({ data: { platform: 'slack', workspace: 'T0VEND' } });
    for (const place of ['northwind-shared', 'northwind-team', 'lakeside-shared']) {
      const name = place;
      await tx.place.update({ where: { id: place }, data: { name } });
      await tx.placeIdentity.create({
        data: { ...channel(channelOf[place] ?? ''), placeId: place },
      });
    }
    const listed = [
      { personId: 'adv-1', ...account(ours('U0NORA')) },
      { personId: 'mgr-1', ...account(ours('U0HELEN')) },
      { personId: 'lead-1', ...account(theirs('U0ANA')) },
      { personId: 'lead-2', ...account(theirs('U0ZULE', 'T0LAKE')) },
    ];
    await tx.personIdentity.createMany({ data: listed });
  });
}

/** The channel ids of the room's places. */
export const channelOf: Readonly<Record<string, string>> = {
  'northwind-shared': 'C0SHARED',
  'northwind-team': 'C0TEAM',
  'lakeside-shared': 'C0LAKE',
};

let count = 0;

type Told = Pick<Notice, 'notice'> & Partial<Notice> & { readonly channel: string };

/** The platform says something about a channel; returns what was said because of it. */
export function notice(world: TestWorld, { channel: id, ...told }: Told): Promise<Said[]> {
  return saidDuring(world, async () => {
    count += 1;
    await world.stage.world.receive({
      id: `notice-${count}`,
      place: channel(id),
      by: null,
      name: null,
      outside: null,
      ...told,
    });
  });
}
