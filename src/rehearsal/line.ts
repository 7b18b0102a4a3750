import type { Audience } from '../delivery/audience.ts';
import type { Action, MessageName } from '../delivery/card.ts';
import type { Outcome } from '../delivery/report.ts';
import { inZone } from '../shared/time.ts';
import type { EventKind, Visibility } from '../timeline/event.ts';
import type { ScenarioAction } from './scenario.ts';

/** One message as its readers see it; an edit in place is a line of its own. */
export interface MessageLine {
  readonly kind: 'message';
  readonly at: Date;
  readonly zone: string;
  readonly messageId: string;
  /** A place id, or the person's id for a direct message. */
  readonly to: string;
  /** The one customer it is about, or null. */
  readonly customer: string | null;
  readonly audience: Audience;
  readonly via: string;
  readonly message: MessageName;
  readonly text: string;
  readonly actions: readonly Action[];
  readonly edited: boolean;
  /** What its reader has read of it already: before an edit, or at the last call of the same page; else null. */
  readonly before: string | null;
  /** The zone its times are shown in. */
  readonly readerZone: string;
}

/** One fact on a timeline. */
export interface EventLine {
  readonly kind: 'event';
  readonly at: Date;
  readonly zone: string;
  readonly customer: string;
  readonly event: EventKind;
  readonly visibility: Visibility;
  readonly text: string;
}

/** What a carrier says became of a message outside chat. */
export interface DeliveryLine {
  readonly kind: 'delivery';
  readonly at: Date;
  readonly zone: string;
  readonly messageId: string;
  readonly to: string;
  readonly via: string;
  readonly outcome: Outcome;
}

/** Something the scenario did. */
export interface InputLine {
  readonly kind: 'input';
  readonly at: Date;
  readonly zone: string;
  readonly deed: ScenarioAction;
  /** For a press: the message it was on, or null when none offered it. */
  readonly on: {
    readonly messageId: string;
    readonly to: string;
    readonly message: MessageName;
    readonly label: string;
  } | null;
}

export type Line = MessageLine | EventLine | DeliveryLine | InputLine;

/** How a rehearsal went. */
export interface Summary {
  /** How many messages of each name were sent; an edit in place is no new message. */
  readonly messages: Readonly<Record<string, number>>;
  readonly expectations: { readonly passed: number; readonly failed: number };
  /** Each failed expectation as "file:line what was expected; what was nearest". */
  readonly failures: readonly string[];
  /** Presses that found no message to press, as "file:line …". They fail nothing by themselves. */
  readonly missed: readonly string[];
}

/** A line as one JSON object, its fields in the order of the contract. */
export function jsonLine(line: Line): string {
  const at = inZone(line.at, line.zone).toISO();
  switch (line.kind) {
    case 'message':
      return JSON.stringify({
        at,
        kind: line.kind,
        to: line.to,
        audience: line.audience,
        via: line.via,
        message: line.message,
        text: line.text,
        actions: line.actions.map(action => action.id),
        edited: line.edited,
      });
    case 'event':
      return JSON.stringify({
        at,
        kind: line.kind,
        customer: line.customer,
        event: line.event,
        visibility: line.visibility,
        text: line.text,
      });
    case 'delivery': {
      const { kind, to, via, outcome } = line;
      return JSON.stringify({ at, kind, to, via, outcome });
    }
    case 'input':
      return JSON.stringify({ at, kind: line.kind, ...inputFields(line) });
  }
}

/** The last line of a rehearsal; failures and missed presses are there only when there are any. */
export function jsonSummary({ messages, expectations, failures, missed }: Summary): string {
  return JSON.stringify({
    kind: 'summary',
    messages,
    expectations,
    ...(failures.length > 0 ? { failures } : {}),
    ...(missed.length > 0 ? { missed } : {}),
  });
}

function inputFields({ deed, on }: InputLine): Record<string, unknown> {
  switch (deed.kind) {
    case 'says':
      return { from: deed.personId, to: deed.placeId, says: deed.text, aside: deed.aside };
    case 'presses':
      return {
        from: deed.personId,
        to: on?.to ?? null,
        presses: deed.action,
        message: on?.message ?? null,
      };
    case 'milestone':
      return { from: deed.byId, milestone: deed.milestoneId, becomes: deed.to };
    case 'event': {
      const { customerId, externalId, text, visibility } = deed;
      return { from: 'api', customer: customerId, externalId, text, visibility };
    }
    case 'request': {
      const { externalId, title, minutes, by } = deed.work;
      return { from: 'api', customer: deed.customerId, externalId, title, minutes, by };
    }
    case 'engine':
      return { from: 'scenario', engine: deed.running ? 'running' : 'stopped' };
    case 'clock':
      return { from: 'scenario', clockSeconds: deed.shift / 1_000 };
    case 'reach':
      return {
        from: 'scenario',
        [deed.reachable ? 'reachable' : 'unreachable']: deed.id,
        ...(deed.via && { via: deed.via }),
      };
    case 'medium':
      return { from: 'scenario', medium: deed.medium, becomes: deed.becomes };
    case 'replies':
      return { from: deed.personId, replies: deed.text, via: deed.via };
    case 'keys':
      return { from: deed.personId, keys: deed.keys, via: deed.via };
    case 'confirms':
      return { from: deed.personId, confirms: deed.action, via: deed.via };
  }
}
