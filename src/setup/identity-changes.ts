import type { IdentityRow } from './rows.ts';

/** An identity and the id of the person or place it means. */
export interface Owned extends IdentityRow {
  readonly ownerId: string;
}

/** What the file says about one owner; null = nothing, so that what is known stays. */
export interface WantedIdentities {
  readonly ownerId: string;
  readonly identities: readonly IdentityRow[] | null;
}

export interface IdentityChanges {
  readonly removed: readonly Owned[];
  readonly created: readonly Owned[];
  /** Owners that gain or lose an identity. */
  readonly owners: ReadonlySet<string>;
}

/** What has to be removed and created so that each owner the file speaks about has exactly its identities. */
export function identityChanges(
  wanted: readonly WantedIdentities[],
  known: readonly Owned[],
): IdentityChanges {
  const spoken = wanted.filter(({ identities }) => identities !== null);
  const owned = spoken.flatMap(({ ownerId, identities }) =>
    (identities ?? []).map(identity => ({ ...identity, ownerId })),
  );
  const isSpoken = new Set(spoken.map(({ ownerId }) => ownerId));
  const wantedKeys = new Set(owned.map(ownedKey));
  const knownKeys = new Set(known.map(ownedKey));
  const removed = known.filter(one => isSpoken.has(one.ownerId) && !wantedKeys.has(ownedKey(one)));
  const created = owned.filter(one => !knownKeys.has(ownedKey(one)));
  const owners = new Set([...removed, ...created].map(({ ownerId }) => ownerId));
  return { removed, created, owners };
}

/** One text for one identity, to look it up by. */
export function keyOf({ platform, workspace, self }: IdentityRow): string {
  return JSON.stringify([platform, workspace, self]);
}

function ownedKey(owned: Owned): string {
  return `${owned.ownerId} ${keyOf(owned)}`;
}
