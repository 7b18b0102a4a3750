import type { Field, Form, FormValues } from '../../../conversation/forms/form.ts';
import type { Reader } from '../../../delivery/plain-text.ts';
import { unreachable } from '../../../shared/errors.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type CardAction,
  type Element,
  type Input,
} from './adaptive-card.ts';
import type { CardData } from './card-data.ts';
import { literalMarkdown, literalText } from './literal-text.ts';
import { renderText, renderWords } from './render-text.ts';

export interface FormView {
  readonly now: Date;
  /** The same for as long as one dialog is open: a submit that arrives twice is one command. */
  readonly nonce: string;
  /** What is wrong with what was filled in, by field; what belongs to no field is shown on top. */
  readonly problems?: Readonly<Record<string, string>>;
}

/**
 * A form as the card of a dialog. Teams tells nothing of a choice before a button is pressed, so a form with a
 * preview has one more button, which asks for the form as it would be.
 */
export function renderForm(form: Form, view: FormView): AdaptiveCard {
  const { fields, preview, timeZone } = form;
  const { problems = {}, now } = view;
  const known = new Set<string>(fields.map(({ id }) => id));
  const general = Object.entries(problems).filter(([id]) => !known.has(id));
  return adaptiveCard(
    [
      ...general.map(([, problem]) => complaint(problem)),
      ...fields.flatMap(field => renderField(field, problems[field.id])),
      ...renderClock(form),
      ...renderPreview(preview, { timeZone, now }),
      { type: 'ActionSet', spacing: 'Medium', actions: renderButtons(form, view.nonce) },
    ],
    literalMarkdown(form.title),
  );
}

function complaint(problem: string): Element {
  return renderWords(`⚠️ ${problem}`, { color: 'Attention' });
}

function renderField(field: Field, problem: string | undefined): Element[] {
  const { label, hint, isOptional } = field;
  const name = isOptional ? `${label} (optional)` : label;
  return [
    ...renderInput(field, literalText(name)),
    ...(hint ? [renderWords(hint, { isSubtle: true, size: 'Small' })] : []),
    ...(problem ? [complaint(problem)] : []),
  ];
}

// Nothing is required by the card itself: the preview button must work on a form that is half filled in.
function renderInput(field: Field, label: string): Element[] {
  const { id } = field;
  switch (field.kind) {
    case 'text':
      return [
        {
          type: 'Input.Text',
          id,
          label,
          value: field.value,
          maxLength: 3_000,
          ...(field.isLong && { isMultiline: true }),
        },
      ];
    case 'choice':
      return [
        {
          type: 'Input.ChoiceSet',
          id,
          label,
          style: field.options.length > searchable ? 'filtered' : 'compact',
          ...(field.value !== null && { value: field.value }),
          choices: field.options.map(option => ({
            value: option.value,
            title: literalText(option.label),
          })),
        },
      ];
    case 'time':
      return [renderTime(id, label, field.value)];
    default:
      return unreachable(field);
  }
}

/** A list longer than this can be searched. */
const searchable = 10;

function renderTime(id: string, label: string, value: string | null): Element {
  const [date, clock] = (value ?? '').split('T');
  const inputs: Input[] = [
    { type: 'Input.Date', id: dateId(id), label, ...(date && { value: date }) },
    {
      type: 'Input.Time',
      id: clockId(id),
      label: 'at',
      ...(clock && { value: clock.slice(0, 5) }),
    },
  ];
  return {
    type: 'ColumnSet',
    columns: inputs.map(input => ({ type: 'Column', width: 'stretch', items: [input] })),
  };
}

function renderClock({ fields, timeZone }: Form): Element[] {
  const hasTime = fields.some(({ kind }) => kind === 'time');
  return hasTime ? [renderWords(`Times in ${timeZone}.`, { isSubtle: true, size: 'Small' })] : [];
}

function renderPreview(preview: Form['preview'], reader: Reader): Element[] {
  if (preview.length === 0) return [];
  const items = preview.flatMap(text => renderText(text, reader));
  return [{ type: 'Container', style: 'emphasis', spacing: 'Medium', items }];
}

function renderButtons(form: Form, nonce: string): CardAction[] {
  const button = (title: string, act: 'preview-form' | 'submit-form'): CardAction => {
    const handrail: CardData = { do: act, form: form.name, nonce };
    return { type: 'Action.Submit', title: literalText(title), data: { handrail } };
  };
  const isLive = form.preview.length > 0 || form.fields.some(isLiveChoice);
  return [
    { ...button(form.submitLabel, 'submit-form'), style: 'positive' },
    ...(isLive ? [button('Show what comes of it', 'preview-form')] : []),
  ];
}

function isLiveChoice(field: Field): boolean {
  return field.kind === 'choice' && field.isLive === true;
}

const dateMark = ':date';
const clockMark = ':clock';

function dateId(id: string): string {
  return `${id}${dateMark}`;
}

function clockId(id: string): string {
  return `${id}${clockMark}`;
}

/** What was filled into a dialog, by field: a date and its time are one value again. */
export function formValues(data: Readonly<Record<string, unknown>>): FormValues {
  const values: Record<string, string> = {};
  for (const [id, value] of Object.entries(data)) {
    if (typeof value !== 'string' || id.endsWith(clockMark)) continue;
    if (!id.endsWith(dateMark)) values[id] = value;
    else {
      const field = id.slice(0, -dateMark.length);
      const clock = data[clockId(field)];
      if (value !== '' && typeof clock === 'string' && clock !== '')
        values[field] = `${value}T${clock}`;
    }
  }
  return values;
}
