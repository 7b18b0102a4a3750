/** Lines behind which a mail program puts what it answers, in the languages our customers write. */
const attributions: readonly RegExp[] = [
  /^\s*On .{4,200} wrote:\s*$/i,
  /^\s*Am .{4,200} schrieb .{0,200}:\s*$/i,
  /^\s*Le .{4,200} a écrit\s*:\s*$/i,
  /^\s*El .{4,200} escribió:\s*$/i,
  /^\s*Il .{4,200} ha scritto:\s*$/i,
  /^\s*Em .{4,200} escreveu:\s*$/i,
  /^\s*Op .{4,200} schreef .{0,200}:\s*$/i,
  /^\s*-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Forwarded message)\s*-{2,}\s*$/i,
  /^\s*_{20,}\s*$/,
];

/** Outlook quotes by a block of headings: "From: …" with "Sent: …" or "Date: …" soon behind it. */
const from = /^\s*\*?(?:From|Von|De|Da|Van)\s*:\*?\s+\S/i;
const sent =
  /^\s*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Enviada|Inviato|Data|Fecha|Verzonden)\s*:/i;

/** The line before a signature (RFC 3676, 4.3). */
const signature = /^-- ?$/;

/** What somebody wrote in a mail: without what they answer, and without their signature. */
export function withoutQuotation(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((_, index) => isEnd(lines, index));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter(line => !/^\s*>/.test(line));
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isEnd(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').slice(0, 500);
  // A long "On … wrote:" is broken in two.
  const both = `${line} ${(lines[index + 1] ?? '').slice(0, 500).trim()}`;
  if (signature.test(line) || attributions.some(one => one.test(line))) return true;
  if (/^\s*(?:On|Am|Le|El|Il|Em|Op) /i.test(line) && attributions.some(one => one.test(both)))
    return true;
  return from.test(line) && lines.slice(index + 1, index + 4).some(next => sent.test(next));
}
