import type { Request, RequestHandler, Response } from 'express';
import { renewSession } from '../../sign-in/renew-session.ts';
import { formToken, isRenewed, type Session } from '../../sign-in/session.ts';
import { signOut } from '../../sign-in/sign-out.ts';
import { signOutEverywhere } from '../../sign-in/sign-out-everywhere.ts';
import { HttpProblem } from '../api/problem.ts';
import { answerPage } from './act/answer-page.ts';
import { beginRehearsal } from './act/begin-rehearsal.ts';
import { changeReview, publishByForm, type StillThere } from './act/change-review.ts';
import { command, ownCommand } from './act/command.ts';
import type { Doing } from './act/doing.ts';
import { endOwed } from './act/end-owed.ts';
import { endStuck } from './act/end-stuck.ts';
import { endSwap } from './act/end-swap.ts';
import { endToken } from './act/end-token.ts';
import { endView } from './act/end-view.ts';
import { keepView } from './act/keep-view.ts';
import { makeToken } from './act/make-token.ts';
import { moveStep } from './act/move-step.ts';
import { press } from './act/press.ts';
import { replay } from './act/replay.ts';
import { say } from './act/say.ts';
import { setCadence } from './act/set-cadence.ts';
import { setCadences } from './act/set-cadences.ts';
import { settlePlace } from './act/settle-place.ts';
import { signDrill } from './act/sign-drill.ts';
import { swap } from './act/swap.ts';
import { tell } from './act/tell.ts';
import { undoCadence } from './act/undo-cadence.ts';
import { undoCadences } from './act/undo-cadences.ts';
import { writeSetup } from './act/write-setup.ts';
import { admit } from './door/admit.ts';
import { giveSecret, sessionSecretOf } from './door/cookie.ts';
import { assertOwnForm } from './door/forms.ts';
import { slowDown } from './door/limits.ts';
import { type ActName, type LookName, type Route, routes } from './door/routes.ts';
import { cookieOf, type Exchange, type Hall } from './hall.ts';
import { doneIn } from './look/done.ts';
import type { Download, Sheet, Viewer } from './look/sheet.ts';
import { looks } from './looks.ts';
import { renderFrame } from './show/frame.ts';
import { renderReview } from './show/review.ts';
import { renderSetup } from './show/setup.ts';
import { renderMadeToken } from './show/systems.ts';

/** Lets in whoever is signed in and may; everybody else is led to the door. */
export function guarded(
  hall: Hall,
  route: Route,
  handle: (session: Session, exchange: Exchange) => unknown,
): RequestHandler {
  return async (request, response) => {
    const session = await hall.ports.database.trip(trip =>
      admit(trip, { route, ...broughtBy(request, hall) }),
    );
    if (!session) return toDoor(request, response);
    slowDown(hall.limits.people, session.person.id, hall.ports.clock.now());
    await handle(session, { request, response });
  };
}

function broughtBy(request: Request, { origin }: Hall) {
  return {
    secret: sessionSecretOf(request, origin),
    params: request.params as Readonly<Record<string, string>>,
  };
}

function toDoor(request: Request, response: Response): void {
  if (request.method === 'GET') response.redirect(303, '/console/sign-in');
  else throw new HttpProblem([403, 'signed-out'], 'You are signed out. Sign in and try again.');
}

/** What each page answers. */
export function lookHandlers(hall: Hall): Record<LookName, RequestHandler> {
  const names = Object.keys(looks) as LookName[];
  return Object.fromEntries(names.map(name => [name, lookHandler(hall, name)])) as Record<
    LookName,
    RequestHandler
  >;
}

/** Loads and draws in one trip, in which the session is found and, when its time has come, renewed. */
function lookHandler(hall: Hall, name: LookName): RequestHandler {
  return async (request, response) => {
    const brought = broughtBy(request, hall);
    const seen = await hall.ports.database.trip(async trip => {
      const session = await admit(trip, { route: routes[name], ...brought });
      if (!session) return null;
      slowDown(hall.limits.people, session.person.id, trip.now);
      const query = new URL(request.originalUrl, hall.origin.base).searchParams;
      const { person } = session;
      const viewer = { person, now: trip.now, csrf: formToken(session), done: doneIn(query) };
      const sheet = await looks[name](trip, { viewer, params: brought.params, query });
      const { secret } = brought;
      const isDue = secret !== null && isRenewed(session, trip.now);
      const fresh = isDue ? await renewSession(trip, secret) : null;
      return { viewer, sheet, fresh };
    });
    if (!seen) return toDoor(request, response);
    if (seen.fresh) giveSecret(request, response, cookieOf(hall, seen.fresh));
    if ('fileName' in seen.sheet) await sendFile(response, seen.sheet);
    else response.type('html').send(renderFrame(seen.sheet, seen.viewer));
  };
}

/** Writes a file after the trip is over, and lets others be answered between two pieces of it. */
async function sendFile(response: Response, { fileName, pieces }: Download): Promise<void> {
  response.attachment(fileName);
  for (const piece of pieces) {
    response.write(piece);
    await new Promise(setImmediate);
  }
  response.end();
}

/** What a form does: the address to look at then, or what is to be set right first. */
type Act = (doing: Doing) => Promise<string | ((viewer: Viewer) => Sheet)>;

const rewrite: Act = async doing => {
  const answer = await writeSetup(doing);
  if (typeof answer === 'string') return answer;
  return viewer => renderSetup(answer.look, answer.written, viewer);
};

const toReview =
  (act: (doing: Doing) => Promise<string | StillThere>): Act =>
  async doing => {
    const answer = await act(doing);
    if (typeof answer === 'string') return answer;
    return viewer => renderReview(answer.found, answer.notDone, viewer);
  };

/** What each form does, once it is proven to be of one of our own pages. */
export function actHandlers(hall: Hall): Record<ActName, RequestHandler> {
  const doing = (act: Act) => async (session: Session, at: Exchange) => {
    const { ports, nudge, rehearse } = hall;
    const { body } = at.request;
    assertOwnForm(body, session);
    const { params } = broughtBy(at.request, hall);
    const back = await act({ ports, session, params, body, rehearse });
    nudge();
    if (typeof back === 'string') return at.response.redirect(303, back);
    const { person } = session;
    const viewer = { person, now: ports.clock.now(), csrf: formToken(session), done: null };
    at.response.type('html').send(renderFrame(back(viewer), viewer));
  };
  const of = (name: ActName, act: Act) => guarded(hall, routes[name], doing(act));
  return {
    takePage: of('takePage', one => answerPage('take', one)),
    updatePage: of('updatePage', one => answerPage('update', one)),
    resolvePage: of('resolvePage', one => answerPage('resolve', one)),
    say: of('say', say),
    press: of('press', press),
    command: of('command', command),
    ownCommand: of('ownCommand', ownCommand),
    keepPromise: of('keepPromise', one => endOwed('promise', one)),
    closeTask: of('closeTask', one => endOwed('task', one)),
    tell: of('tell', tell),
    setCadence: of('setCadence', setCadence),
    undoCadence: of('undoCadence', undoCadence),
    keepView: of('keepView', keepView),
    endView: of('endView', endView),
    setCadences: of('setCadences', setCadences),
    undoCadences: of('undoCadences', undoCadences),
    swap: of('swap', swap),
    endStuck: of('endStuck', endStuck),
    changeReview: of('changeReview', toReview(changeReview)),
    publishReview: of('publishReview', toReview(publishByForm)),
    writeSetup: of('writeSetup', rewrite),
    makeToken: of('makeToken', async one => {
      const made = await makeToken(one);
      return () => renderMadeToken(made);
    }),
    endToken: of('endToken', endToken),
    replay: of('replay', replay),
    settlePlace: of('settlePlace', settlePlace),
    endSwap: of('endSwap', endSwap),
    moveStep: of('moveStep', moveStep),
    signDrill: of('signDrill', signDrill),
    beginRehearsal: of('beginRehearsal', beginRehearsal),
    signOut: of('signOut', async ({ ports, session }) => {
      await ports.database.trip(trip => signOut(trip, session));
      return '/console/sign-in';
    }),
    signOutEverywhere: of('signOutEverywhere', async ({ ports, session }) => {
      await ports.database.trip(trip => signOutEverywhere(trip, session.person.id));
      return '/console/sign-in';
    }),
  };
}
