import type { Trip } from '../shared/database.ts';

export interface Workspace {
  readonly platform: string;
  /** Slack's team or enterprise id, or the Entra tenant id. */
  readonly workspace: string;
}

/** Remembers that this workspace is the vendor's own: whoever belongs to it, guests excepted, is vendor side. Twice does nothing. */
export async function recordOwnWorkspace(
  { tx }: Pick<Trip, 'tx'>,
  { platform, workspace }: Workspace,
): Promise<void> {
  await tx.ownWorkspace.createMany({ data: [{ platform, workspace }], skipDuplicates: true });
}
