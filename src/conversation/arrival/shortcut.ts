import type { CommandName } from '../../customers/permission.ts';

/** What stands in a message's menu on every platform, by its id in the manifests: the command it gives about the message. */
export const messageShortcuts = {
  handrail_log: 'log',
  handrail_publish: 'publish',
  handrail_page: 'page',
} as const satisfies Readonly<Record<string, CommandName>>;

export type ShortcutId = keyof typeof messageShortcuts;

export const shortcutIds = Object.keys(messageShortcuts) as readonly ShortcutId[];

/** Is this one of ours? */
export function isShortcutId(id: string): id is ShortcutId {
  return shortcutIds.some(each => each === id);
}
