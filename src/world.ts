import type { Inbound } from './conversation/arrival/inbound.ts';
import type { Incoming } from './conversation/arrival/incoming.ts';
import { isHandled } from './conversation/arrival/is-handled.ts';
import type { Form, FormAsk, FormReading } from './conversation/forms/form.ts';
import type { Home } from './conversation/home/load-home.ts';
import type { CallScript } from './conversation/outside/load-call-script.ts';
import type { Lane } from './delivery/draft.ts';
import type { Surfaces } from './delivery/surface.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createHandledSignal } from './engine/handled-signal.ts';
import { laterOf, type Module, moduleOf } from './engine/module.ts';
import { ownModules } from './engine/modules.ts';
import { createSender, type Sender } from './engine/sender.ts';
import { forgetWords } from './retention/forget-words.ts';
import { type Retention, usualRetention } from './retention/retention.ts';
import type { Ports } from './shared/database.ts';
import { messageOf } from './shared/errors.ts';
import type { Logger } from './shared/logger.ts';
import type { SecondOpinion } from './understanding/second-opinion.ts';

export interface WorldParts extends Ports {
  readonly surfaces: Surfaces;
  readonly logger: Logger;
  readonly onSent?: (lane: Lane, outcome: string) => void;
  /** A clock that nobody can set, in milliseconds; the ports' own when left out. */
  readonly monotonicMilliseconds?: () => number;
  /** Asked about words we are not sure of; left out, nobody is. */
  readonly secondOpinion?: SecondOpinion | undefined;
  /** How long words are kept; as usual when left out. */
  readonly retention?: Retention;
}

/** One organisation with its own store, clock and surfaces: the real one, the practice room's, or a rehearsal's. */
export interface World {
  readonly ports: Ports;
  readonly engine: Engine;
  readonly sender: Sender;
  /** Loads what hears and calls people; what fails is told to the log, and loaded when it is needed. */
  loadUrgent(): Promise<void>;
  /** Writes an inbound event down; once this resolves it is never lost, and the same id again changes nothing. */
  receive(incoming: Incoming): Promise<'new' | 'duplicate'>;
  /** True as soon as what came in under this id is dealt with, and its answers are on their way; false when `patience` ends first. */
  isHandled(id: string, patience: () => Promise<void>): Promise<boolean>;
  /** What a voice says in the call of this message, as things stand; null when it belongs to no page. */
  readCall(messageId: string): Promise<CallScript | null>;
  /** What the home view of this person shows now. */
  loadHome(from: Inbound['from']): Promise<Home>;
  /** A form as it stands with these values; null when this person may not fill it in. */
  openForm(ask: FormAsk): Promise<Form | null>;
  /** What a filled-in form means. */
  readForm(ask: FormAsk): Promise<FormReading>;
}

/**
 * Puts the domain together over the given ports. Nothing runs until its engine is driven, and what only a conversation
 * needs is loaded when there is one.
 */
export function createWorld(parts: WorldParts): World {
  const { surfaces, logger, onSent, secondOpinion, monotonicMilliseconds, retention, ...ports } =
    parts;
  const sender = createSender({
    ...ports,
    surfaces,
    logger,
    onSent,
    monotonicMilliseconds: monotonicMilliseconds ?? (() => ports.clock.now().getTime()),
  });
  const handled = createHandledSignal();
  const modules = [inbox, ...ownModules, pendingChanges, retentionModule(retention)];
  return {
    ports,
    sender,
    engine: createEngine({ ports, sender, logger, modules, onHandled: handled.tell }),
    async loadUrgent() {
      for (const { name, load } of modules) {
        if (!urgentModules.has(name)) continue;
        await load?.().catch(error =>
          logger.error({ module: name, cause: messageOf(error) }, 'a module could not be loaded'),
        );
      }
    },
    receive: incoming => receive(parts, incoming),
    isHandled: async (id, patience) =>
      (await handled.wait(id, patience)) ||
      // Another process may have done it.
      ports.database.trip(({ tx }) => isHandled(tx, id)),
    readCall: async messageId => {
      const { loadCallScript } = await import('./conversation/outside/load-call-script.ts');
      return ports.database.trip(trip => loadCallScript(trip, messageId));
    },
    loadHome: async from => {
      const { loadHome } = await import('./conversation/home/load-home.ts');
      return ports.database.trip(trip => loadHome(trip, from));
    },
    openForm: async ask => {
      const { openForm } = await import('./conversation/forms/open-form.ts');
      return ports.database.trip(trip => openForm(trip, ask));
    },
    readForm: async ask => {
      const { readForm } = await import('./conversation/forms/read-form.ts');
      return ports.database.trip(trip => readForm(trip, ask));
    },
  };
}

/** What hears and calls people: loaded when a start is over, so that no missing or replaced file is met in the night. */
const urgentModules = new Set(['inbox', 'page-calls', 'pages', 'partner-words', 'failures']);

const inbox: Module = {
  name: 'inbox',
  table: 'inbox',
  idColumn: 'id',
  dueColumn: 'dueAt',
  load: () => import('./conversation/take-inbound.ts'),
  async take(trip) {
    const { takeInbound } = await import('./conversation/take-inbound.ts');
    return takeInbound(trip);
  },
  atOnce: 4,
  async fail(trip, id, error) {
    const { giveUpInbound } = await import('./conversation/give-up-inbound.ts');
    return giveUpInbound(trip, id, error);
  },
};

const retentionModule = (retention = usualRetention): Module =>
  moduleOf('retention', 'chore', trip => forgetWords(trip, retention));

const pendingChanges = laterOf(
  'pending-changes',
  'pending_change',
  async () => (await import('./conversation/changes/apply-pending-change.ts')).applyPendingChange,
);

/** A little more than a second opinion may take; then the message is handled without it. */
const opinionWaitMilliseconds = 2_500;

/** Writes down what came in; the platform's answer never waits for a second opinion. */
async function receive(
  { database, clock, logger, secondOpinion }: WorldParts,
  incoming: Incoming,
): Promise<'new' | 'duplicate'> {
  const { receiveInbound } = await import('./conversation/arrival/receive-inbound.ts');
  if (!secondOpinion) return receiveInbound({ database, clock }, incoming);
  const opinions = await import('./conversation/arrival/ask-second-opinion.ts');
  if (!opinions.isWorthAsking(incoming)) return receiveInbound({ database, clock }, incoming);
  const received = await receiveInbound({ database, clock }, incoming, opinionWaitMilliseconds);
  if (received === 'new') {
    opinions
      .askSecondOpinion(database, secondOpinion, incoming)
      .catch(error => logger.warn({ cause: messageOf(error) }, 'a second opinion was lost'));
  }
  return received;
}
