import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { type Form, type FormName, formNames } from '../../../conversation/forms/form.ts';
import type { PayloadView } from '../gate/payloads.ts';
import { renderForm } from '../render/render-form.ts';

const prefix = 'handrail.form:';

/** What a button that opens this form, and the form's own modal, are called in Slack. */
export function formId(name: FormName): string {
  return `${prefix}${name}`;
}

/** Which form an action or callback id means; null for anything else. */
export function formNameFrom(id: string): FormName | null {
  return formNames.find(name => formId(name) === id) ?? null;
}

const metadata = z.object({
  zone: z.string(),
  in: z.object({ platform: z.string(), workspace: z.string(), channel: z.string() }).nullable(),
});

/** An open form as Slack shows it to us again. */
export interface OpenModal {
  readonly name: FormName;
  /** The zone in which its times are meant. */
  readonly zone: string;
  /** Where it was asked for. */
  readonly in: Inbound['in'];
}

/** Which of our forms this view is; null for one that is not ours. */
export function modalFrom({ callback_id, private_metadata }: PayloadView): OpenModal | null {
  const name = formNameFrom(callback_id ?? '');
  if (!name) return null;
  const read = metadata.safeParse(parsed(private_metadata ?? ''));
  return read.success ? { name, ...read.data } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface ModalReader {
  readonly timeZone: string;
  readonly now: Date;
  readonly in: Inbound['in'];
}

/** A form as a modal that `modalFrom` knows again. */
export function modalOf(form: Form, { in: place, ...reader }: ModalReader): types.ModalView {
  return renderForm(form, {
    reader,
    callbackId: formId(form.name),
    privateMetadata: JSON.stringify({ zone: form.timeZone, in: place }),
  });
}

/** What somebody sees who may not fill the form in: the same words as everywhere. */
export function refusalModal(): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Handrail' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: "I can't help with that here." } },
    ],
  };
}
