import type { IRouter } from 'express';
import { loadCalendar } from '../../calendars/load-calendar.ts';
import type { Ports } from '../../shared/database.ts';
import { refuseMethod } from './methods.ts';
import { HttpProblem } from './problem.ts';

/** `/calendar/TOKEN.ics`: whoever has the address may read that calendar, as calendar programs cannot sign in. */
export function mountCalendar(app: IRouter, { ports }: { readonly ports: Ports }): void {
  app
    .route('/calendar/:file')
    .get(async (request, response) => {
      const [, token = ''] = /^([a-z0-9]{20,80})\.ics$/i.exec(request.params.file) ?? [];
      const text = token && (await ports.database.trip(trip => loadCalendar(trip, token)));
      if (!text) throw new HttpProblem([404, 'no-such-calendar'], 'There is no such calendar.');
      response
        .set('Content-Type', 'text/calendar; charset=utf-8')
        .set('Cache-Control', 'private, max-age=300')
        .set('Referrer-Policy', 'no-referrer')
        .send(text);
    })
    .all(refuseMethod('GET'));
}
