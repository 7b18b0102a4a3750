/** Anything parsed from JSON. */
export type Raw = Readonly<Record<string, unknown>>;

/** Collects what is wrong, each with the JSON pointer Slack would name. */
export class Problems {
  readonly list: string[] = [];

  add(pointer: string, what: string): void {
    this.list.push(`${what} [json-pointer:${pointer}]`);
  }

  /** A string of 1 to `most` characters; missing is fine when `isOptional`. */
  text(at: string, value: unknown, most: number, isOptional = false): void {
    if (value === undefined && isOptional) return;
    if (typeof value !== 'string') {
      this.add(at, 'must be a string');
      return;
    }
    if (value.length < 1) this.add(at, 'must be more than 0 characters');
    if (value.length > most) this.add(at, `must be less than ${most + 1} characters`);
  }

  /** A text object of one of these types. */
  textObject(at: string, value: unknown, most: number, types = ['plain_text', 'mrkdwn']): void {
    if (!isRaw(value)) {
      this.add(at, 'must be a text object');
      return;
    }
    if (!types.includes(String(value.type))) this.add(at, `must be one of ${types.join(', ')}`);
    this.text(`${at}/text`, value.text, most);
    this.keys(at, value, ['type', 'text', 'emoji', 'verbatim']);
  }

  /** No property but these: Slack refuses unknown ones. */
  keys(at: string, value: Raw, known: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) this.add(`${at}/${key}`, 'invalid additional property');
    }
  }

  /** A list of `least` to `most` items. */
  items(at: string, value: unknown, most: number, least = 1): readonly Raw[] {
    if (!Array.isArray(value)) {
      this.add(at, 'must be an array');
      return [];
    }
    if (value.length < least) this.add(at, `no fewer than ${least} items allowed`);
    if (value.length > most) this.add(at, `no more than ${most} items allowed`);
    return value.filter(isRaw);
  }

  unique(at: string, values: readonly unknown[], what: string): void {
    const seen = new Set<unknown>();
    for (const value of values) {
      if (value !== undefined && seen.has(value)) this.add(at, `${what} "${value}" already exists`);
      seen.add(value);
    }
  }
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const plain = ['plain_text'];

/** What may be inside blocks, checked against the published limits of each element. */
export function checkElement(problems: Problems, at: string, element: Raw): void {
  problems.text(`${at}/action_id`, element.action_id, 255, true);
  const check = elements[String(element.type)];
  if (check) check(problems, at, element);
  else problems.add(`${at}/type`, `unsupported element type "${element.type}"`);
}

type Check = (problems: Problems, at: string, element: Raw) => void;

const input = ['type', 'action_id', 'focus_on_load', 'confirm', 'placeholder'];

const elements: Readonly<Record<string, Check>> = {
  button: (problems, at, button) => {
    problems.textObject(`${at}/text`, button.text, 75, plain);
    problems.text(`${at}/value`, button.value, 2000, true);
    problems.text(`${at}/url`, button.url, 3000, true);
    problems.text(`${at}/accessibility_label`, button.accessibility_label, 75, true);
    if (button.style !== undefined && !['primary', 'danger'].includes(String(button.style))) {
      problems.add(`${at}/style`, 'must be one of primary, danger');
    }
    checkConfirm(problems, at, button);
    const known = ['type', 'text', 'action_id', 'url', 'value', 'style', 'confirm'];
    problems.keys(at, button, [...known, 'accessibility_label']);
  },
  overflow: (problems, at, menu) => {
    checkOptions(problems, `${at}/options`, menu.options, 5);
    problems.keys(at, menu, ['type', 'action_id', 'options', 'confirm']);
  },
  static_select: (problems, at, select) => {
    checkPlaceholder(problems, at, select);
    if (select.option_groups !== undefined) {
      problems.items(`${at}/option_groups`, select.option_groups, 100).forEach((group, index) => {
        const here = `${at}/option_groups/${index}`;
        problems.textObject(`${here}/label`, group.label, 75, plain);
        checkOptions(problems, `${here}/options`, group.options, 100);
      });
    } else checkOptions(problems, `${at}/options`, select.options, 100);
    checkInitial(problems, at, select);
    problems.keys(at, select, [...input, 'options', 'option_groups', 'initial_option']);
  },
  radio_buttons: (problems, at, radio) => {
    checkOptions(problems, `${at}/options`, radio.options, 10);
    checkInitial(problems, at, radio);
    problems.keys(at, radio, [...input, 'options', 'initial_option']);
  },
  plain_text_input: (problems, at, field) => {
    checkPlaceholder(problems, at, field);
    problems.text(`${at}/initial_value`, field.initial_value, 3000, true);
    const most = field.max_length;
    if (most !== undefined && !(Number(most) >= 1 && Number(most) <= 3000)) {
      problems.add(`${at}/max_length`, 'must be between 1 and 3000');
    }
    const known = ['multiline', 'initial_value', 'min_length', 'max_length'];
    problems.keys(at, field, [...input, ...known, 'dispatch_action_config']);
  },
  datetimepicker: (problems, at, picker) => {
    const first = picker.initial_date_time;
    if (first !== undefined && !/^\d{10}$/.test(String(first))) {
      problems.add(`${at}/initial_date_time`, 'must be 10 digits');
    }
    problems.keys(at, picker, [...input, 'initial_date_time']);
  },
  datepicker: (problems, at, picker) => {
    problems.keys(at, picker, [...input, 'initial_date']);
  },
  timepicker: (problems, at, picker) => {
    problems.keys(at, picker, [...input, 'initial_time', 'timezone']);
  },
  users_select: (problems, at, select) => {
    checkPlaceholder(problems, at, select);
    problems.keys(at, select, [...input, 'initial_user']);
  },
  conversations_select: (problems, at, select) => {
    checkPlaceholder(problems, at, select);
  },
  image: (problems, at, image) => {
    problems.text(`${at}/image_url`, image.image_url, 3000);
    problems.text(`${at}/alt_text`, image.alt_text, 2000);
  },
};

function checkPlaceholder(problems: Problems, at: string, element: Raw): void {
  if (element.placeholder === undefined) return;
  problems.textObject(`${at}/placeholder`, element.placeholder, 150, plain);
}

function checkConfirm(problems: Problems, at: string, { confirm }: Raw): void {
  if (!isRaw(confirm)) return;
  problems.textObject(`${at}/confirm/title`, confirm.title, 100, plain);
  problems.textObject(`${at}/confirm/text`, confirm.text, 300);
  problems.textObject(`${at}/confirm/confirm`, confirm.confirm, 30, plain);
  problems.textObject(`${at}/confirm/deny`, confirm.deny, 30, plain);
}

function checkOptions(problems: Problems, at: string, value: unknown, most: number): void {
  const options = problems.items(at, value, most);
  options.forEach((option, index) => {
    problems.textObject(`${at}/${index}/text`, option.text, 75);
    problems.text(`${at}/${index}/value`, option.value, 150);
    if (option.description !== undefined) {
      problems.textObject(`${at}/${index}/description`, option.description, 75);
    }
    problems.keys(`${at}/${index}`, option, ['text', 'value', 'description', 'url']);
  });
}

/** The option shown first must be one of the options, exactly. */
function checkInitial(problems: Problems, at: string, element: Raw): void {
  const first = element.initial_option;
  if (first === undefined) return;
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [element];
  const all = groups.flatMap(group => (isRaw(group) ? (group.options as unknown[]) : []));
  const same = all.some(option => JSON.stringify(option) === JSON.stringify(first));
  if (!same) problems.add(`${at}/initial_option`, 'must be one of the options');
}
