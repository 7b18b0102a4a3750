import { askSecondOpinion, isWorthAsking } from './conversation/arrival/ask-second-opinion.ts';
import type { Inbound } from './conversation/arrival/inbound.ts';
import type { Incoming } from './conversation/arrival/incoming.ts';
import { isHandled } from './conversation/arrival/is-handled.ts';
import { receiveInbound } from './conversation/arrival/receive-inbound.ts';
import { applyPendingChange } from './conversation/changes/apply-pending-change.ts';
import type { Form, FormAsk, FormReading } from './conversation/forms/form.ts';
import { openForm } from './conversation/forms/open-form.ts';
import { readForm } from './conversation/forms/read-form.ts';
import { giveUpInbound } from './conversation/give-up-inbound.ts';
import type { Home } from './conversation/home/load-home.ts';
import { loadHome } from './conversation/home/load-home.ts';
import { type CallScript, loadCallScript } from './conversation/outside/load-call-script.ts';
import { takeInbound } from './conversation/take-inbound.ts';
import type { Lane } from './delivery/draft.ts';
import type { Surfaces } from './delivery/surface.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createHandledSignal } from './engine/handled-signal.ts';
import { type Module, moduleOf } from './engine/module.ts';
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

/** Puts the domain together over the given ports. Nothing runs until its engine is driven. */
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
    receive: incoming => receive(parts, incoming),
    isHandled: async (id, patience) =>
      (await handled.wait(id, patience)) ||
      // Another process may have done it.
      ports.database.trip(({ tx }) => isHandled(tx, id)),
    readCall: messageId => ports.database.trip(trip => loadCallScript(trip, messageId)),
    loadHome: from => ports.database.trip(trip => loadHome(trip, from)),
    openForm: ask => ports.database.trip(trip => openForm(trip, ask)),
    readForm: ask => ports.database.trip(trip => readForm(trip, ask)),
  };
}

const inbox: Module = {
  name: 'inbox',
  table: 'inbox',
  idColumn: 'id',
  dueColumn: 'dueAt',
  take: takeInbound,
  atOnce: 4,
  fail: giveUpInbound,
};

const retentionModule = (retention = usualRetention): Module =>
  moduleOf('retention', 'chore', trip => forgetWords(trip, retention));

const pendingChanges = moduleOf('pending-changes', 'pending_change', applyPendingChange);

/** A little more than a second opinion may take; then the message is handled without it. */
const opinionWaitMilliseconds = 2_500;

/** Writes down what came in; the platform's answer never waits for a second opinion. */
async function receive(
  { database, clock, logger, secondOpinion }: WorldParts,
  incoming: Incoming,
): Promise<'new' | 'duplicate'> {
  if (!secondOpinion || !isWorthAsking(incoming)) {
    return receiveInbound({ database, clock }, incoming);
  }
  const received = await receiveInbound({ database, clock }, incoming, opinionWaitMilliseconds);
  if (received === 'new') {
    askSecondOpinion(database, secondOpinion, incoming).catch(error =>
      logger.warn({ cause: messageOf(error) }, 'a second opinion was lost'),
    );
  }
  return received;
}
