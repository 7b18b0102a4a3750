import type { IRouter } from 'express';
import type { Health } from './health.ts';
import { refuseMethod } from './methods.ts';

/** `/health/live`: the process answers. `/health/ready`: it hears what is due, and can write. */
export function mountHealth(app: IRouter, { health }: { readonly health: Health }): void {
  app
    .route('/health/live')
    .get((_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .all(refuseMethod('GET'));

  app
    .route('/health/ready')
    .get(async (_request, response) => {
      const { isReady, isWell: _, ...report } = await health.report();
      response
        .status(isReady ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status: isReady ? 'ready' : 'not ready', ...report });
    })
    .all(refuseMethod('GET'));
}
