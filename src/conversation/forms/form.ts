import type { CommandName } from '../../customers/permission.ts';
import type { Text } from '../../delivery/audience.ts';
import type { Inbound } from '../arrival/inbound.ts';

/** Everything that can be filled in instead of typed, with the ids of its fields. */
const formFields = {
  cadence: ['transition', 'how', 'why'],
  'hand-over': ['page', 'to', 'impact', 'tried', 'needed'],
  log: ['customer', 'text', 'readers'],
  milestone: ['customer', 'step', 'becomes', 'at'],
  override: ['schedule', 'person', 'from', 'until'],
  page: ['customer', 'words'],
} as const;

export type FormName = keyof typeof formFields;
export const formNames = Object.keys(formFields) as [FormName, ...FormName[]];

/** The id of a field: what opens a form and what reads it can name no other. */
export type FieldId = (typeof formFields)[FormName][number];

interface FieldBasics {
  readonly id: FieldId;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: true;
}

/** One thing to fill in. Values are strings throughout; a time is "2026-03-06T18:40" on the form's clock. */
export type Field =
  | (FieldBasics & { readonly kind: 'text'; readonly value: string; readonly isLong?: true })
  | (FieldBasics & {
      readonly kind: 'choice';
      readonly value: string | null;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      /** A change of it asks for the form again, so that the preview follows. */
      readonly isLive?: true;
    })
  | (FieldBasics & { readonly kind: 'time'; readonly value: string | null });

/** A platform-neutral form: a modal in Slack, a dialog in Teams. For the vendor's people alone. */
export interface Form {
  readonly name: FormName;
  readonly title: string;
  readonly submitLabel: string;
  /** The zone in which its times are meant. */
  readonly timeZone: string;
  readonly fields: readonly Field[];
  /** What would come of it as it stands; the next five check-ins. */
  readonly preview: readonly Text<'internal'>[];
}

/** Values by field id, as the platform holds them now; what is missing has not been filled in. */
export type FormValues = Readonly<Record<string, string>>;

/** A request for a form, or what was filled into it. */
export interface FormAsk {
  readonly name: FormName;
  readonly from: Inbound['from'];
  /** Where it was asked for, so that its customer is already chosen; null in a direct place. */
  readonly in: Inbound['in'];
  readonly values: FormValues;
}

/** What a filled-in form means: a command to carry out, or what is wrong with which field. */
export type FormReading =
  | { readonly outcome: 'command'; readonly command: CommandName; readonly words: string }
  | { readonly outcome: 'wrong'; readonly problems: Readonly<Record<string, string>> }
  | { readonly outcome: 'refused' };
