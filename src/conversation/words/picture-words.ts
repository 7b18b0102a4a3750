const picture = '(?:picture|chart|graph|drawing|diagram|image)';

/** What somebody says, among other words, who wants to see it drawn. */
const asks = new RegExp(
  `\\b(?:show (?:me|us)|(?:a|the) ${picture}|as ${picture}|draw (?:me|us|it)|drawn)\\b`,
  'i',
);

/** "Show me what's happening", "a picture of the night": words alone are not what is asked for. */
export function asksForPicture(text: string): boolean {
  return asks.test(text);
}

const polite = '(?:please |can you |could you |may i |can i |can we )*';
const shown = '(?:the |this |our )?(?:night|plan|window|evening|weekend|cutover|go-live|steps|it)';

/** The same, and nothing else in the message that would say what of. */
const whole = new RegExp(
  `^${polite}(?:(?:show|send|draw|give) (?:me|us)|(?:(?:show|send|draw|give|see|have) (?:(?:me|us) )?)?(?:a |the )?${picture}(?: of ${shown})?|draw ${shown})(?: please)?$`,
  'i',
);

/** "Show me", "a picture of the night, please". */
export function isPictureWish(text: string): boolean {
  return whole.test(
    text
      .trim()
      .replace(/[.!?]+$/, '')
      .replaceAll(',', ''),
  );
}
