/** A line that somebody else wrote, as every chat shows it; "> 50 users are stuck" is no quotation. */
const quotedLine = /^\s*>(?!\s*\d)/;

/** Where a mail goes over into what it answers or passes on. */
const chains = [
  /^\s*-{2,}\s*(?:original message|forwarded message|urspr[uü]ngliche nachricht|weitergeleitete nachricht|message d'origine|message transf[eé]r[eé]|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|元のメッセージ|転送メッセージ)\s*-*\s*$/iu,
  /^\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|d[eé]but du message (?:r[eé]exp[eé]di[eé]|transf[eé]r[eé])|inicio del mensaje reenviado|in[ií]cio da mensagem encaminhada)\s*:/iu,
  /^\s*(?:on|am|le|el|em)\b.{5,200}\b(?:wrote|schrieb.*|a [eé]crit|escribi[oó]|escreveu)\s*:\s*$/iu,
  /^\s*(?:from|von|de|差出人)\s*:\s?.*[@<]/iu,
];

/**
 * What somebody said themselves, without what they quote, answer or pass on: those are not their words, and nobody is
 * called by them. Empty when nothing of it is theirs.
 */
export function ownWords(text: string): string {
  const lines = text.split('\n');
  const chain = lines.findIndex(line => chains.some(each => each.test(line)));
  const own = chain < 0 ? lines : lines.slice(0, chain);
  return own
    .filter(line => !quotedLine.test(line))
    .join('\n')
    .trim();
}
