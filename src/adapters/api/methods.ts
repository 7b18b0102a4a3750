import type { RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

/** Answers every method that the route above did not take: 405, naming those it takes. */
export function refuseMethod(allowed: string): RequestHandler {
  return () => {
    throw new HttpProblem([405, 'wrong-method'], `This address takes ${allowed} only.`, {
      headers: { Allow: allowed },
    });
  };
}
