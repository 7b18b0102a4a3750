import express, { type IRouter, type Request, type Response } from 'express';
import { z } from 'zod';
import { refuseMethod } from '../../api/methods.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { MediumEars } from '../medium.ts';
import { verifySignature } from './verify-signature.ts';

export interface PagerDutyDoor extends MediumEars {
  readonly secret: string;
}

const bodyLimit = 256 * 1024;

/** What we need of a V3 webhook (developer.pagerduty.com, "Webhook payload"). */
const delivered = z.object({
  event: z.object({
    id: z.string().min(1),
    event_type: z.string(),
    data: z.object({ incident_key: z.string().nullish() }).loose(),
  }),
});

/** `POST /pagerduty`: whoever acknowledges there has the page. */
export function mountPagerDuty(app: IRouter, door: PagerDutyDoor): void {
  app
    .route('/pagerduty')
    .post(
      express.raw({ limit: bodyLimit, inflate: false, type: () => true }),
      (request, response) => take(request, response, door),
    )
    .all(refuseMethod('POST'));
}

async function take(
  request: Request,
  response: Response,
  { secret, world, nudge }: PagerDutyDoor,
): Promise<void> {
  const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signatures = request.headers['x-pagerduty-signature'];
  const given = typeof signatures === 'string' ? signatures : undefined;
  if (!verifySignature({ body, signatures: given }, secret))
    throw new HttpProblem([401, 'not-from-pagerduty'], 'This is not signed by our PagerDuty.');
  const read = delivered.safeParse(parsed(body));
  const event = read.data?.event;
  const messageId = event?.data.incident_key;
  // Whatever else happens to an incident there is its own business.
  if (event?.event_type === 'incident.acknowledged' && messageId) {
    const received = await world.receive({
      id: `pagerduty:${event.id}`,
      via: 'pagerduty',
      answer: { kind: 'press', messageId, action: 'page.acknowledge' },
    });
    if (received === 'new') nudge();
  }
  response.status(202).end();
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpProblem([400, 'malformed-body'], 'The body is not well-formed.');
  }
}
