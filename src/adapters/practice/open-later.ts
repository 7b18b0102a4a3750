import { Router } from 'express';
import { HttpProblem } from '../api/problem.ts';
import type { PracticeRoom } from './open-room.ts';

/**
 * The practice room, which is opened for its first visitor: where nobody practises it costs nothing. A room that could
 * not be opened says so to its visitors; the real organisation goes on.
 */
export function openLater(open: () => Promise<PracticeRoom>): PracticeRoom {
  const rooms = Router();
  let opening: Promise<PracticeRoom> | null = null;
  return {
    mount(app) {
      let mounted: Promise<void> | null = null;
      const enter = async () => {
        opening ??= open();
        mounted ??= opening.then(room => room.mount(rooms));
        await mounted;
      };
      app.use(async (request, _response, next) => {
        if (isOfRoom(request.path)) await enter().catch(refuse);
        next();
      });
      app.use(rooms);
    },
    close() {
      opening?.then(
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
