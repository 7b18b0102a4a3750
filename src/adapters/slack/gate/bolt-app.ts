import { App, type Receiver } from '@slack/bolt';
import type { Logger } from '../../../shared/logger.ts';
import type { Installation } from '../workspace/installation.ts';
import { sdkLogger } from '../workspace/sdk-logger.ts';
import type { Payload } from './payloads.ts';

/** A payload that concerns us. */
export type Understood = Exclude<Payload, { kind: 'other' }>;

type Body<Kind extends Payload['kind']> = Extract<Payload, { kind: Kind; body: unknown }>['body'];
type Handle<Kind extends Payload['kind']> = (
  installation: Installation,
  body: Body<Kind>,
) => Promise<Ack>;

/** What Slack is answered: nothing, words for a command, or what becomes of a form. */
export type Ack = Readonly<Record<string, unknown>> | undefined;

/** What is done with each kind of payload. Resolving lets Slack be answered; throwing makes it send again. */
export interface Handlers {
  readonly event: Handle<'event'>;
  readonly actions: Handle<'actions'>;
  readonly messageShortcut: Handle<'message-shortcut'>;
  readonly shortcut: Handle<'shortcut'>;
  readonly submission: Handle<'submission'>;
  readonly command: Handle<'command'>;
}

export interface BoltParts {
  readonly handlers: Handlers;
  /** Whose token applies; throws when that cannot be looked up now. */
  readonly findInstallation: (payload: Understood) => Promise<Installation | null>;
  readonly logger: Logger;
}

/** A payload goes in; resolves with what to answer once it is safe to do so. */
export type Deliver = (payload: Understood) => Promise<Ack>;

/** Our own receiver: transports verify and parse, and hand over here. */
class DirectReceiver implements Receiver {
  private app: App | null = null;

  init(app: App): void {
    this.app = app;
  }

  async deliver(payload: Understood, body: Record<string, unknown>): Promise<Ack> {
    let answer: Ack;
    await this.app?.processEvent({
      body,
      customProperties: { payload },
      // Bolt acknowledges events before their listener; what counts is that we answer only after all of it.
      ack: async response => {
        answer ??= response;
      },
    });
    return answer;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}

/**
 * A Bolt app that swallows nothing: an error of the authorisation or of a listener comes out of `deliver`, so that
 * the transport answers 503 and Slack sends again. Authorisation is ours and is looked up each time.
 */
export function createBoltApp({ handlers, findInstallation, logger }: BoltParts): Deliver {
  const receiver = new DirectReceiver();
  const arriving = new WeakMap<object, Understood>();
  const app = new App({
    receiver,
    processBeforeResponse: true,
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
    logger: sdkLogger(logger),
    clientOptions: { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    authorize: async (_source, body) => {
      const payload = arriving.get(body ?? {});
      return { installation: payload ? await findInstallation(payload) : null };
    },
  });
  app.error(async error => {
    throw 'original' in error && error.original instanceof Error ? error.original : error;
  });

  const carry =
    <Kind extends Payload['kind']>(take: Handle<Kind>) =>
    async ({ context, ack }: Given) => {
      const payload = context.payload as Understood;
      // Bolt asks for no authorisation when the app is removed.
      const installation = (context.installation ??
        (await findInstallation(payload))) as Installation | null;
      if (!installation) return logger.debug({}, 'Slack sent something for another workspace');
      const answer = await take(installation, bodyOf<Kind>(payload));
      // Events have no `ack` here: Bolt has called it already.
      await (ack as ((answer: Ack) => Promise<void>) | undefined)?.(answer);
    };
  app.event(/^/, carry<'event'>(handlers.event));
  app.action({ type: 'block_actions' }, carry<'actions'>(handlers.actions));
  app.shortcut({ type: 'message_action' }, carry<'message-shortcut'>(handlers.messageShortcut));
  app.shortcut({ type: 'shortcut' }, carry<'shortcut'>(handlers.shortcut));
  app.view({ type: 'view_submission' }, carry<'submission'>(handlers.submission));
  app.command(/^\//, carry<'command'>(handlers.command));

  return payload => {
    const body = boltBody(payload);
    arriving.set(body, payload);
    return receiver.deliver(payload, body);
  };
}

/**
 * What Bolt gets to see: as much as it needs to tell whose and what it is. Of an event that is its type alone,
 * for Bolt reads some fields (`item`, `channel`, `user`) without looking whether they are what they should be.
 */
function boltBody({ kind, body }: Understood): Record<string, unknown> {
  return kind === 'event' ? { ...body, event: { type: body.event.type } } : { ...body };
}

/** Bolt calls the listener of the payload's own kind. */
function bodyOf<Kind extends Payload['kind']>(payload: Understood): Body<Kind> {
  return (payload as unknown as { readonly body: Body<Kind> }).body;
}

/** What of Bolt's arguments we use. */
interface Given {
  readonly context: Readonly<Record<string, unknown>>;
  readonly ack?: unknown;
}
