const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** "&lt;3&nbsp;" → "<3 ". What is no entity stays as it is. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
    const isHex = name[1]?.toLowerCase() === 'x';
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

const breaks = /^\/?(p|div|br|tr|ul|ol|table|blockquote|h[1-6]|pre|codeblock)$/;
/** What nobody wrote, and what somebody else did. */
const silent = /^(script|style|attachment|blockquote|quoted)$/;

/** An HTML body as the words of whoever sent it: no tags, no quotations, lines where they are, pictures and emoji by their names. */
export function htmlWords(html: string): string {
  let words = '';
  let hidden: string | null = null;
  let depth = 0;
  for (const [piece] of html.matchAll(/<[^<>]*>|[^<]+|</g)) {
    const tag = /^<(\/?[a-z][\w-]*)/i.exec(piece)?.[1]?.toLowerCase();
    if (!tag) {
      if (hidden === null && !piece.startsWith('<!')) words += piece.replace(/\s+/g, ' ');
    } else if (hidden !== null) {
      if (tag === hidden) depth += 1;
      else if (tag === `/${hidden}`) depth -= 1;
      if (depth === 0) hidden = null;
    } else if (silent.test(tag)) {
      if (breaks.test(tag)) words += '\n';
      if (!piece.endsWith('/>')) [hidden, depth] = [tag, 1];
    } else words += wordsOfTag(tag, piece);
  }
  return tidy(unescapeHtml(words));
}

function wordsOfTag(tag: string, piece: string): string {
  if (tag === 'li') return '\n- ';
  if (breaks.test(tag)) return '\n';
  if (tag === '/td' || tag === '/th') return ' ';
  if (tag !== 'img' && tag !== 'emoji') return '';
  return /\balt="([^"]*)"/i.exec(piece)?.[1] ?? '';
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map(line => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line, index, lines) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim();
}
