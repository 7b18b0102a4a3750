import type { Mount } from '../../../src/adapters/api/mount.ts';
import type { OpenServer } from '../../../src/adapters/api/open-server.ts';
import { openTeams } from '../../../src/adapters/teams/open-teams.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import type { Logger } from '../../../src/shared/logger.ts';
import { createWorld, type World } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import {
  buildCustomer,
  buildGoLive,
  buildNorthwind,
  customerPerson,
  type SetupMapping,
  stepsOf,
  vendorPerson,
} from '../../harness/northwind.ts';
import { serve } from '../../harness/serve.ts';
import type { Activity } from '../../harness/teams/activities.ts';
import type { Conversation, Member } from '../../harness/teams/people.ts';
import {
  customerTenant,
  type FakeTeams,
  type FakeTeamsParts,
  hostTenant,
  openFakeTeams,
} from '../../harness/teams/teams.ts';

/** The people of the story, as Entra has them. */
export interface Cast {
  readonly advocate: Member;
  readonly backup: Member;
  readonly engineer: Member;
  readonly manager: Member;
  /** Northwind's leader, in Northwind's own tenant. */
  readonly lead: Member;
  /** A member of Northwind's team, a guest in the vendor's tenant. */
  readonly guest: Member;
  /** Lakeside's leader, in a third tenant. */
  readonly other: Member;
}

/** Where they meet. */
export interface Rooms {
  /** Northwind's shared channel. */
  readonly shared: Conversation;
  /** The vendor's own channel about Northwind. */
  readonly team: Conversation;
  readonly lakeside: Conversation;
  readonly personal: (member: Member) => Conversation;
}

/** Handrail and a Teams beside it. */
export interface TeamsStage {
  readonly teams: FakeTeams;
  readonly world: World;
  readonly ports: TestPorts;
  readonly server: OpenServer;
  readonly cast: Cast;
  readonly rooms: Rooms;
  /** What was logged as a warning or an error. */
  readonly complaints: readonly string[];
  /** Everything that is due is done, and handed to Teams. */
  runUntilIdle(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions extends FakeTeamsParts {
  readonly at?: string;
  /** Another platform beside Teams. */
  readonly beside?: (parts: { readonly ports: TestPorts; readonly logger: Logger }) => Beside;
  /** `local`: without authentication, as for the Agents Playground. */
  readonly mode?: 'tenant' | 'local';
  /** Changes what Teams' activities are given to. */
  readonly behind?: (world: World) => World;
  /** The welcomes that had no channel are said as soon as there is one; else nobody waits for them. */
  readonly isWelcoming?: true;
  /** Changes the setup before it is imported. */
  readonly setup?: (setup: SetupMapping) => Record<string, unknown>;
}

/** A platform in both directions, as the app joins it. */
export interface Beside {
  readonly surface: Surface;
  listen(to: { readonly world: World; readonly nudge: () => void }): Mount;
  close(): Promise<void>;
}

/** Friday evening, in the window of Northwind's go-live. */
export const inWindow = '2026-03-06T18:20:00-05:00';

/** The same evening in Teams: people of three tenants, a guest, channels and chats. */
export async function openTeamsStage(options: StageOptions = {}): Promise<TeamsStage> {
  const ports = await openTestDatabase(options.at ?? inWindow);
  const teams = await openFakeTeams({
    now: ports.clock.now,
    ...(options.mode === 'local' && { tokens: 'free' }),
    ...options,
  });
  const cast = castIn(teams);
  const rooms = roomsIn(teams, cast);
  const setup = setupOf(cast, rooms);
  const chosen = options.setup ? options.setup(setup) : setup;
  await ports.database.trip(trip => importSetup(trip, setupFrom(chosen)));
  const { list, logger } = createComplaints();
  const way = options.mode === 'local' ? ({ kind: 'local' } as const) : tenantOf(teams);
  const joined = await openTeams({ way, ports, logger });
  const beside = options.beside?.({ ports, logger });
  const { limits: _paced, ...unpaced } = joined.surface;
  const surface = options.limits === 'open' ? unpaced : joined.surface;
  const connected = [...(beside ? [beside.surface] : []), surface];
  const world = createWorld({ ...ports, logger, surfaces: { connected, everywhere: null } });
  let working: Promise<void> = Promise.resolve();
  const runUntilIdle = () => {
    working = working.then(() => world.engine.runUntilIdle());
    return working;
  };
  let isAsked = false;
  // Many events at once ask for one look, as the runner does it.
  const nudge = () => {
    if (isAsked) return;
    isAsked = true;
    working = working.then(() => {
      isAsked = false;
      return world.engine.runUntilIdle();
    });
  };
  const server = await serve({
    ports,
    logger,
    nudge,
    mounts: [joined, ...(beside ? [beside] : [])].map(each =>
      each.listen({ world: options.behind?.(world) ?? world, nudge }),
    ),
  });
  teams.botUrl = `${server.url}/api/messages`;
  await runUntilIdle();
  if (!options.isWelcoming) await forgetWelcomes(ports);
  return {
    teams,
    world,
    ports,
    server,
    cast,
    rooms,
    complaints: list,
    runUntilIdle,
    close: async () => {
      await server.close();
      await joined.close();
      await beside?.close();
      await working;
      await teams.close();
      await ports.database.close();
    },
  };
}

function tenantOf({ appId, appPassword, openIdUrl, loginUrl }: FakeTeams) {
  return {
    kind: 'tenant',
    appId,
    appPassword,
    appTenantId: hostTenant,
    appType: 'SingleTenant',
    openIdUrl,
    loginUrl,
  } as const;
}

function castIn(teams: FakeTeams): Cast {
  const guest = { guestOf: hostTenant, tenant: customerTenant };
  return {
    advocate: teams.person({ name: 'Nora Whitfield' }),
    backup: teams.person({ name: 'Tom Adeyemi' }),
    engineer: teams.person({ name: 'Idris Bello' }),
    manager: teams.person({ name: 'Helen Marsh' }),
    lead: teams.person({
      name: 'Daniel Reyes',
      tenant: customerTenant,
      timeZone: 'America/New_York',
      email: 'daniel@northwind.example',
    }),
    guest: teams.person({ name: 'Grace Kim', ...guest, email: 'grace@northwind.example' }),
    other: teams.person({
      name: 'Zuleika Quist',
      tenant: '0e0e0e0e-0000-4000-8000-000000000009',
      email: 'zuleika@lakeside.example',
    }),
  };
}

function roomsIn(teams: FakeTeams, cast: Cast): Rooms {
  const { advocate, backup, engineer, manager, lead, guest, other } = cast;
  const ours = [advocate, backup, engineer, manager];
  const chats = new Map([...ours, lead, guest, other].map(one => [one, teams.personal(one)]));
  return {
    shared: teams.channel({ name: 'northwind-shared', members: [...ours, lead, guest] }),
    team: teams.channel({ name: 'northwind-team', members: ours }),
    lakeside: teams.channel({ name: 'lakeside-shared', members: [...ours, other] }),
    personal: member => {
      const chat = chats.get(member);
      if (!chat) throw new Error(`${member.name} has no chat with us.`);
      return chat;
    },
  };
}

/** Northwind and Lakeside with the accounts that their people and channels have here. */
function setupOf(cast: Cast, rooms: Rooms): SetupMapping {
  const entra = ({ tenant, user, guestOf }: Member) => ({
    identities: [{ platform: 'teams', tenant: guestOf ?? tenant, user }],
  });
  const place = (id: string, audience: string, { tenant, id: conversation }: Conversation) => ({
    id,
    audience,
    identities: [{ platform: 'teams', tenant, conversation }],
  });
  const milestones = stepsOf('backup', 'copy');
  const people = { advocate: 'adv-1', backup: 'adv-2', manager: 'mgr-1' };
  return buildNorthwind({
    people: [
      vendorPerson('adv-1', entra(cast.advocate)),
      vendorPerson('adv-2', entra(cast.backup)),
      vendorPerson('eng-1', entra(cast.engineer)),
      vendorPerson('mgr-1', entra(cast.manager)),
      customerPerson('lead-1', 'northwind', entra(cast.lead)),
      customerPerson('member-1', 'northwind', entra(cast.guest)),
      customerPerson('lead-2', 'lakeside', entra(cast.other)),
    ],
    customers: [
      buildCustomer({
        people: { ...people, leader: 'lead-1', members: ['member-1'] },
        places: [
          place('northwind-shared', 'shared', rooms.shared),
          place('northwind-team', 'internal', rooms.team),
        ],
        transitions: [buildGoLive({ name: 'Northwind ledger', milestones })],
      }),
      buildCustomer({
        id: 'lakeside',
        people: { ...people, leader: 'lead-2', members: [] },
        places: [place('lakeside-shared', 'shared', rooms.lakeside)],
        transitions: [buildGoLive({ name: 'Lakeside ledger', milestones })],
      }),
    ],
  });
}

/** Every word on the cards of an activity, as a reader sees them. */
export function wordsOf(activity: Activity | undefined): string {
  const words: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Record<string, unknown>;
      if (typeof node.text === 'string') words.push(node.text);
      if (typeof node.title === 'string' && String(node.type).startsWith('Action.'))
        words.push(`[${node.title}]`);
      for (const [key, inner] of Object.entries(node)) if (key !== 'fallback') look(inner);
    }
  };
  look(activity?.attachments);
  return words.join('');
}

/** The data of a button on this activity's cards; throws when there is none with this action or form. */
export function buttonOf(activity: Activity | undefined, name: string): Record<string, unknown> {
  let found: Record<string, unknown> | null = null;
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Record<string, unknown>;
      const data = node.data as { handrail?: { action?: string; form?: string } } | undefined;
      const own = data?.handrail;
      if (own && (own.action === name || own.form === name)) found = node.data as never;
      for (const [key, inner] of Object.entries(node)) if (key !== 'fallback') look(inner);
    }
  };
  look(activity?.attachments);
  if (!found) throw new Error(`There is no button ${name} on ${wordsOf(activity)}`);
  return found;
}

async function forgetWelcomes({ database }: TestPorts): Promise<void> {
  await database.client.message.updateMany({
    where: { name: 'welcome', state: 'failed' },
    data: { state: 'withdrawn' },
  });
}
