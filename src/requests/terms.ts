/** Words that say nothing about which work it was. */
const empty = new Set(
  `a an and are as at be by do for from had has have he her his in into is it its just not of off on or our out over she so that
  the their them then there they this to up was we were when which while who with your you i me my us all also been both more than
  per via
  der die das den dem des ein eine einen einem einer und oder ist sind war waren hat haben auf fur mit von vom zum zur bei beim im am
  nach aus nicht sie er es ihr ihre sein seine wir uns unser unsere auch noch nur als wie dass durch uber unter ohne`.split(
    /\s+/,
  ),
);

/** What people call one thing by several words; the first stands for all. */
const alike: readonly (readonly string[])[] = [
  ['replac', 'swap', 'exchang', 'chang', 'renew', 'substitut'],
  ['restor', 'recover'],
  ['install', 'setup', 'deploy'],
  ['remov', 'delet', 'uninstall', 'took', 'tak', 'take'],
  ['broken', 'defectiv', 'faulty', 'damag', 'brok', 'defect'],
  ['repair', 'fix', 'mend'],
  ['mov', 'relocat', 'move'],
  ['phon', 'telephon', 'phone', 'telephone', 'handset'],
  ['softwar', 'program', 'software', 'application', 'app'],
  ['mail', 'email'],
  ['folder', 'directory'],
  ['screen', 'monitor', 'display'],
  ['laptop', 'notebook'],
  ['comput', 'computer', 'pc', 'workstation'],
  ['wifi', 'wireless', 'wlan'],
  ['toner', 'cartridg', 'cartridge'],
  ['user', 'colleagu', 'colleague'],
  ['configur', 'config', 'adjust'],
  ['clean', 'tidi', 'tidy'],
  ['check', 'verifi', 'verify', 'inspect'],
  ['speed', 'slow'],
  ['reset', 'unlock'],
  ['connect', 'attach', 'hook'],
  ['server', 'host'],
  ['desk', 'reception'],
  ['test', 'tri', 'try'],
  ['detector', 'alarm'],
  ['shar', 'common'],
  ['1', '1st', 'first'],
  ['2', '2nd', 'second'],
  ['3', '3rd', 'third'],
  ['4', '4th', 'fourth'],
];

const standsFor = new Map(alike.flatMap(words => words.map(word => [word, words[0] ?? word])));

/** Small, without accents. */
export function plainOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\bwi-fi\b/g, 'wifi')
    .replace(/\be-mail/g, 'mail')
    .replace(/\bset(?:ting)? up\b|\bset (?=.* up\b)/g, 'setup ')
    .replace(/\btaken? out\b|\btook out\b/g, 'remove');
}

/** Every word of a text in comparable form. */
export function wordsOf(text: string): string[] {
  return plainOf(text)
    .replace(/['’]s\b|s['’](?=\s|$)/g, 's')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}

/** What a text is about: each of its telling words once, in the form in which all words alike are one. */
export function termsOf(text: string): Set<string> {
  const telling = wordsOf(text).filter(word => !empty.has(word));
  return new Set(telling.map(stem).map(word => standsFor.get(word) ?? word));
}

function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  const cut = word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?<=\w{3})(?:ing|ed)$/, '')
    .replace(/(?<=[sxz]|ch|sh)es$/, '')
    .replace(/(?<=[^su])s$/, '')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(?<=\w{3})e$/, '');
  return cut;
}

/** How much two texts are about the same: 1 = the same terms, 0 = none in common. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter(term => b.has(term)).length;
  return (2 * common) / (a.size + b.size);
}

/** True when every term of the smaller stands in the other: one only says more than the other. */
export function isWithin(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size > 0 && [...small].every(term => large.has(term));
}

/** True when both name numbers, and not the same: gate 1 is not gate 2. */
export function isNumberedOtherwise(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [left, right] = [a, b].map(terms =>
    [...terms]
      .filter(term => /\d/.test(term))
      .sort()
      .join(' '),
  );
  return left !== '' && right !== '' && left !== right;
}

/** True for two ways of writing one person's name: "Kim Sorel", "Sorel, Kim", "K. Sorel". */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return false;
  const surnames = [left, right].map(words => words.filter(word => word.length > 1));
  if ([...left].sort().join(' ') === [...right].sort().join(' ')) return true;
  const initial = (words: readonly string[]) => words.find(word => word.length === 1);
  const [short, long] = initial(left) ? [left, right] : [right, left];
  const letter = initial(short);
  const [surname = ''] = short === left ? (surnames[0] ?? []) : (surnames[1] ?? []);
  if (letter === undefined || !long.includes(surname)) return false;
  return long.some(word => word !== surname && word.startsWith(letter));
}
