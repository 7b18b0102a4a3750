import { z } from 'zod';
import { formNames } from '../../../conversation/forms/form.ts';
import { actionIds } from '../../../delivery/card.ts';

/** The verb of our `Action.Execute` buttons. */
export const pressVerb = 'handrail';

/**
 * What a button of ours carries in `data.handrail`, in `Action.Execute` and in its `Action.Submit` fallback alike.
 * Everybody in the conversation, and their own apps, can read it: opaque ids only.
 */
export const pressData = z.object({
  do: z.literal('press'),
  action: z.enum(actionIds),
  subject: z.string(),
  /** Our own message id; "home" on the home card. */
  message: z.string(),
  /** The same for the same rendering of the card, another for the next: a press that arrives twice is one press. */
  nonce: z.string(),
});

/** A button that opens a form (`task/fetch`), and the form's own buttons (`task/submit`). */
export const formData = z.object({
  do: z.enum(['open-form', 'preview-form', 'submit-form']),
  form: z.enum(formNames),
  /** The same on every submit of one opened dialog: a submit that arrives twice is one command. */
  nonce: z.string(),
});

export const cardData = z.discriminatedUnion('do', [pressData, formData]);

/** The content of `data.handrail`. A form's values stand beside `handrail`, under the fields' own ids. */
export type CardData = z.infer<typeof cardData>;
