/** Who hands on what others say or write, says so before it: "Fwd from the warehouse:", "Got this from our shop manager:". */
const reporting =
  /(?<!\b(?:you|i) )(?:\b(?:from|fwd|forward\w*|says|said|writes|wrote|reports|reported|texted|sagt|schreibt|meldet|von|dit|[ée]crit|dice|escribe|diz|escreve)\b[^"“„«]{0,40}[:,]?\s*)(["“„«])([^"“”„«»]{6,})(["”“»]?)/iu;

/**
 * A message with the words of a third person in it as if they were told: "our shop manager writes: 'none of the tills open'"
 * is a trouble, where a quotation of what stands above is none.
 */
export function withReportedWords(text: string): string {
  return text.replace(reporting, (whole, open: string, words: string, close: string) =>
    whole.replace(`${open}${words}${close}`, words),
  );
}
