/** Joins without a space and is never seen; put into a sequence that a client would carry out, it makes it plain text. */
const joiner = '\u2060';

// Cards fill in {{DATE(…)}} and {{TIME(…)}}, template engines ${…} and {…}, Teams <at>…</at>.
const carriedOut = /(?<=[{}$<&])(?=[{}a-zA-Z/!?#]|$)/g;

// Control characters, and marks that turn the reading direction of everything after them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

/** A text in which nothing is a macro, a template, a mention or an HTML entity, looking as it was written. */
export function literalText(text: string): string {
  return text.replace(unseen, '').replace(carriedOut, joiner);
}

const markdownSigns = /[\\`*_{}[\]()#+\-.!~|<>&:"'^=]/g;

/** The same for the few fields that are read as markdown: every sign of it is escaped as well. */
export function literalMarkdown(text: string): string {
  return literalText(text)
    .replace(markdownSigns, sign => `\\${sign}`)
    .replace(/\r?\n/g, '\n\n');
}
