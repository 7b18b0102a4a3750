import type { Customer } from '../../customers/customer.ts';
import type { CommandName } from '../../customers/permission.ts';
import { mayDo } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import type { Trip } from '../../shared/database.ts';
import type { FieldId, Form, FormReading, FormValues } from './form.ts';

/** One of the vendor's people in front of a form. */
export interface Filler {
  readonly actor: Person;
  /** The customer whose place the form was asked for in; null in a direct place. */
  readonly place: Customer | null;
  readonly values: FormValues;
}

/** May this person give this command about this customer? A form is no permission. */
export function mayFill(
  { actor, place }: Filler,
  command: CommandName,
  about: Pick<Customer, 'id' | 'managerId'>,
): boolean {
  return mayDo(command, actor, {
    customerId: about.id,
    managerId: about.managerId,
    placeCustomerId: place?.id ?? null,
  });
}

/** What was filled in, without space around it; empty while nothing is. */
export function filledIn({ values }: Pick<Filler, 'values'>, field: FieldId): string {
  return (values[field] ?? '').trim();
}

/** What is wrong, field by field. */
export function wrongWith(problems: Readonly<Partial<Record<FieldId, string>>>): FormReading {
  return { outcome: 'wrong', problems };
}

/** What opens a form and what reads it. */
export interface FormKind {
  /** The form as it stands with what has been filled in so far; null when this person may not use it. */
  readonly open: (trip: Trip, filler: Filler) => Promise<Form | null>;
  readonly read: (trip: Trip, filler: Filler) => Promise<FormReading>;
}
