import { second, since } from '../../shared/time.ts';
import { formToken, type Session } from '../../sign-in/session.ts';
import type { Exchange, Hall } from './hall.ts';
import type { Finding } from './look/finding.ts';
import { renderCheck } from './show/check.ts';
import { renderFrame } from './show/frame.ts';

/** So long an answer is good for: carriers and platforms are not asked each time somebody looks. */
const goodFor = 20 * second;

/** Looks at everything a page depends on, outside of any trip, as it asks carriers and platforms; whoever looks meanwhile reads the same. */
export function checkHandler({ examine, ports: { clock } }: Hall) {
  let last: { readonly at: Date; readonly findings: Promise<readonly Finding[]> } | null = null;
  return async ({ id, person }: Pick<Session, 'id' | 'person'>, { response }: Exchange) => {
    const now = clock.now();
    if (!last || since(last.at, now) > goodFor) last = { at: now, findings: examine() };
    const { at, findings } = last;
    const viewer = { person, now, csrf: formToken({ id }), done: null };
    const sheet = renderCheck({ at, findings: await findings }, viewer);
    response.type('html').send(renderFrame(sheet, viewer));
  };
}
