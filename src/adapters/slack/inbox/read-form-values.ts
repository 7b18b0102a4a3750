import { z } from 'zod';
import type { FormValues } from '../../../conversation/forms/form.ts';
import { formTime } from '../../../conversation/forms/form-time.ts';

/** What Slack tells of one field: docs.slack.dev/reference/views, "state". */
const fieldState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date_time: z.number().nullish(),
});

const stateSchema = z.record(z.string(), z.record(z.string(), fieldState));

/**
 * What stands in the fields of a modal that `renderForm` made, by field id. A time comes as an instant and
 * is written on the form's clock; what is not filled in is left out.
 */
export function readFormValues(state: unknown, timeZone: string): FormValues {
  const read = stateSchema.safeParse(state);
  if (!read.success) return {};
  const values: Record<string, string> = {};
  for (const [field, actions] of Object.entries(read.data)) {
    for (const one of Object.values(actions)) {
      const value = filledIn(one, timeZone);
      if (value !== null) values[field] = value;
    }
  }
  return values;
}

function filledIn(field: z.infer<typeof fieldState>, timeZone: string): string | null {
  if (field.selected_option) return field.selected_option.value;
  if (field.selected_date_time)
    return formTime(new Date(field.selected_date_time * 1000), timeZone);
  return field.value ?? null;
}
