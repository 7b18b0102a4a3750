/** Markup that is safe to send: everything in it that came from a value has been escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * Markup from a template. Strings are escaped for text and for quoted attributes; null, undefined and
 * false show nothing. Attribute values must stand in double quotes.
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = '';
  literals.forEach((literal, index) => {
    markup += literal + markupOf(values[index]);
  });
  return new Html(markup);
}

function markupOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with everything that HTML could take for markup replaced; control characters are dropped. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, character => entities[character] ?? '')
    .replace(controlCharacters, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a page
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text whose line breaks stay line breaks. */
export function lines(text: string): Html {
  const parts = text.split(/\r\n|\r|\n/).map(escapeHtml);
  return new Html(parts.join('<br>'));
}
