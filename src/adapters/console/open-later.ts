import { Router } from 'express';
import { HttpProblem } from '../api/problem.ts';
import type { PracticeRoom } from './open-room.ts';

/**
 * The practice room while it is still opening: the server need not wait for it, and whoever comes early
 * does. A room that could not be opened says so to its visitors; the real organisation goes on.
 */
export function openLater(opening: Promise<PracticeRoom>): PracticeRoom {
  const rooms = Router();
  let closing = false;
  return {
    mount(app) {
      const mounted = opening.then(room => room.mount(rooms));
      mounted.catch(() => {});
      app.use(async (request, _response, next) => {
        if (isOfRoom(request.path)) await mounted.catch(refuse);
        next();
      });
      app.use(rooms);
    },
    close() {
      if (closing) return;
      closing = true;
      opening.then(
        room => room.close(),
        () => {},
      );
    },
  };
}

function isOfRoom(path: string): boolean {
  return path === '/' || path.startsWith('/practice');
}

function refuse(): never {
  const text =
    'The practice room could not be opened. The log says why; the rest of Handrail runs.';
  throw new HttpProblem([503, 'no-practice'], text);
}
