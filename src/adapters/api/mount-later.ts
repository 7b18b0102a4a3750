import { Router } from 'express';
import type { Mount } from './mount.ts';

/**
 * What is mounted when somebody first comes to an address under one of these paths ("/console"): where nobody does, its
 * code is never loaded. Addresses are told apart as Express does, whatever their case.
 */
export function mountLater(paths: readonly string[], load: () => Promise<Mount>): Mount {
  const later = Router();
  let loading: Promise<Mount> | null = null;
  const open = async () => {
    try {
      const mount = await load();
      mount.mount(later);
      return mount;
    } catch (error) {
      // Whoever comes next tries again.
      loading = null;
      throw error;
    }
  };
  return {
    mount(app) {
      app.use(async (request, _response, next) => {
        const asked = request.path.toLowerCase();
        if (paths.some(path => asked === path || asked.startsWith(`${path}/`))) {
          loading ??= open();
          await loading;
        }
        next();
      });
      app.use(later);
    },
    close() {
      loading?.then(
        mount => mount.close?.(),
        () => {},
      );
    },
  };
}
