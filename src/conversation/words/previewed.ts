/** What a form puts in front of a command whose preview was seen: it is not shown and waited for again. */
export const previewed = 'previewed';

/** The words of a command without that mark. */
export function readPreviewed(words: string): { said: string; isPreviewed: boolean } {
  const said = words.trim();
  const isPreviewed = said.startsWith(`${previewed} `);
  return { said: isPreviewed ? said.slice(previewed.length).trim() : said, isPreviewed };
}
