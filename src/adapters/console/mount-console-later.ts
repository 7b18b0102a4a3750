import type { Mount } from '../api/mount.ts';
import { mountLater } from '../api/mount-later.ts';
import type { ConsoleParts } from './hall.ts';

/** The console, whose code is loaded when somebody comes to look. */
export function mountConsoleLater(parts: ConsoleParts): Mount {
  return mountLater(['/', '/console'], async () => {
    const { mountConsole } = await import('./mount-console.ts');
    return mountConsole(parts);
  });
}
