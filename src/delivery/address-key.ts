import type { Address } from './surface.ts';

/** One address as one word, the same for the same place or person on the same platform. */
export function addressKey({
  platform,
  workspace,
  id,
}: Pick<Address, 'platform' | 'workspace' | 'id'>): string {
  return `${platform}|${workspace}|${id}`;
}

/** All addresses of one workspace on a platform, as one word. */
export function workspaceKey({
  platform,
  workspace,
}: Pick<Address, 'platform' | 'workspace'>): string {
  return `${platform}|${workspace}`;
}
