import type { types } from '@slack/bolt';
import type { Field, Form } from '../../../conversation/forms/form.ts';
import { formInstant } from '../../../conversation/forms/form-time.ts';
import type { Reader } from '../../../delivery/plain-text.ts';
import { type Block, blockLimits, cut } from './block-limits.ts';
import { fitLines } from './fit-lines.ts';
import { quietLine } from './quiet-line.ts';

/** What a modal is opened with besides its form. */
export interface Modal {
  readonly reader: Reader;
  readonly callbackId: string;
  /** Opaque to everybody but us, and no secret: other apps may read it. */
  readonly privateMetadata: string;
}

/**
 * A form as a modal. A field's block and action carry its id, so that Slack keeps what was typed when the
 * modal is shown again with another preview.
 */
export function renderForm(
  form: Form,
  { reader, callbackId, privateMetadata }: Modal,
): types.ModalView {
  const blocks: Block[] = form.fields.map(field => fieldBlock(field, form));
  if (form.preview.length > 0) {
    const room = { blocks: blockLimits.blocksInView - blocks.length - 2, characters: 6_000 };
    const lines = form.preview.map(text => ({ text }));
    blocks.push({ type: 'divider' }, ...fitLines(lines, reader, room));
  }
  if (form.fields.some(({ kind }) => kind === 'time')) blocks.push(zoneNote(form, reader));
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: privateMetadata,
    title: plain(form.title, blockLimits.viewTitle),
    submit: plain(form.submitLabel, blockLimits.viewSubmit),
    close: plain('Cancel', blockLimits.viewSubmit),
    blocks,
  };
}

/** Slack's picker runs on the clock of whoever fills it in, which need not be the form's. */
function zoneNote({ timeZone }: Form, reader: Reader): Block {
  const text = `Times are on your own clock; the customer's is ${timeZone}.`;
  return quietLine({ spans: [{ kind: 'text', text }] }, reader);
}

function fieldBlock(field: Field, form: Form): Block {
  if (field.kind === 'choice' && field.options.length === 0) return nothingToChoose(field, form);
  return {
    type: 'input',
    block_id: field.id,
    label: plain(field.label, blockLimits.inputLabel),
    element: elementOf(field, form),
    ...(field.hint && { hint: plain(field.hint, blockLimits.inputLabel) }),
    ...(field.isOptional && { optional: true }),
    ...(field.kind === 'choice' && field.isLive && { dispatch_action: true }),
  };
}

function elementOf(field: Field, { timeZone }: Form): types.InputBlock['element'] {
  const action_id = field.id;
  switch (field.kind) {
    case 'text': {
      const value = cut(field.value, blockLimits.inputValue);
      const initial = value !== '' && { initial_value: value };
      return { type: 'plain_text_input', action_id, multiline: field.isLong ?? false, ...initial };
    }
    case 'choice':
      return select(field);
    case 'time': {
      const at = field.value === null ? null : formInstant(field.value, timeZone);
      const seconds = at && Math.floor(at.getTime() / 1000);
      return {
        type: 'datetimepicker',
        action_id,
        ...(seconds && { initial_date_time: seconds }),
      };
    }
  }
}

/** Slack refuses a list without options. */
function nothingToChoose({ id, label }: Field, { timeZone }: Form): Block {
  const text = `${label}: nothing to choose from yet.`;
  const reader = { timeZone, now: new Date(0) };
  return { ...quietLine({ spans: [{ kind: 'text', text }] }, reader), block_id: id };
}

type Choice = Extract<Field, { kind: 'choice' }>;

/** A hundred options fit into one list; more are put into groups named after their first and last. */
function select({ id, options, value }: Choice): types.StaticSelect {
  const basics = { type: 'static_select', action_id: id } as const;
  const all = options.map(optionOf);
  const chosen = all.find(option => option.value === value);
  const initial = chosen && { initial_option: chosen };
  if (all.length <= blockLimits.optionsInGroup) return { ...basics, options: all, ...initial };
  const groups: types.PlainTextOption[][] = [];
  for (let from = 0; from < all.length; from += blockLimits.optionsInGroup) {
    groups.push(all.slice(from, from + blockLimits.optionsInGroup));
  }
  const option_groups = groups.slice(0, blockLimits.optionGroups).map(group => ({
    label: plain(`${nameOf(group[0])} – ${nameOf(group.at(-1))}`, blockLimits.optionLabel),
    options: group,
  }));
  return { ...basics, option_groups, ...initial };
}

function nameOf(option: types.PlainTextOption | undefined): string {
  return cut(option?.text.text ?? '', 35);
}

function optionOf({ value, label }: Choice['options'][number]): types.PlainTextOption {
  return {
    text: plain(label, blockLimits.optionLabel),
    value: cut(value, blockLimits.optionValue),
  };
}

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most) || ' ', emoji: false };
}
