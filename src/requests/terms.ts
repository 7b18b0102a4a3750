/** Words that say nothing about which work it was. */
const empty = new Set(
  `a an and are as at be by do for from had has have he her his in into is it its just not of off on or our out over she so that
  the their them then there they this to up was we were when which while who with your you i me my us all also been both more than
  per via
  der die das den dem des ein eine einen einem einer und oder ist sind war waren hat haben auf fur mit von vom zum zur bei beim im am
  nach aus nicht sie er es ihr ihre sein seine wir uns unser unsere auch noch nur als wie dass durch uber unter ohne
  de d l j la las los lo el un una unos unas del al y o que se su sus con para por sin en como mas ya le
  les une des du et ou qui ne pas pour par sur dans avec sans au aux ce cette ces son sa ses leur leurs est sont ont
  os uma um dos das nos nas pelo pela com sem sao foi ao`.split(/\s+/),
);

/** What people call one thing by several words, also in other languages; the first of a line stands for all. */
const alike = `
replace swap exchange change renew substitute getauscht ersetzt erneuert remplace cambiado reemplazo
restore recover
install setup deploy fit mise montage mount put place connect attach hook bereitgestellt eingerichtet aufgestellt installe pose instalado puesto
remove delete uninstall took take
broken defective faulty damage broke defect bad
repair fix mend
move relocate transfer carried migrate umgezogen
phone telephone handset telefon telefono
software program application app
mail email
folder directory
screen monitor display readout affichage anzeige visor panel bildschirm ecran moniteur pantalla
laptop notebook chromebook
computer pc workstation desktop machine rechner arbeitsplatz poste ordinateur equipo computador
wifi wireless wlan
toner cartridge ink
user colleague
configure config adjust
clean tidy
check verify verified verification inspect review look kontrolle gepruft angesehen revision chequeo revisado controle
speed slow
reset unlock
server host
desk reception counter front
test try
detector alarm
share common
calendar diary diaries appointment schedule
view see seen appear show visible
label sticker tag
account login signon
password credential passcode kennwort passwort contrasena
register sign enrol
new additional extra nouveau nouvelle nuevo nueva neu neue neuen neuer novo nova
arrive arrival
once immediately directly straight
copy duplicate
file document
photo picture image
camera cctv
door entrance gate gatehouse
warehouse depot storeroom
invoice bill
employee staff joiner starter
trainee apprentice intern azubi lehrling auszubildender stagiaire
power psu
backup sicherung sauvegarde respaldo copia
update upgrade refresh newest latest aktuell aktualis actualizacion
daily night nightly day tag tagliche journaliere quotidienne jour nuit diaria dia noche
1 1st first one
2 2nd second two dual zweite
3 3rd third three
4 4th fourth four cuatro cuarto
5 five
6 six
7 seven
8 eight
9 nine
10 ten`;

const standsFor = new Map(
  alike
    .trim()
    .split('\n')
    .flatMap(line => {
      const words = line.split(' ').map(stem);
      return words.map(word => [word, words[0] ?? word] as const);
    }),
);

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
    .replace(/(?<=\w{4})ier(?:t|en|ung|te[nrms]?)$/, '')
    .replace(/(?<=ung)en$/, '')
    .replace(/(?<=\w{4})(?:ment|ation|al)s?$/, '')
    .replace(/(?<=\w{4}t)ions?$/, '')
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

/** True when each names a number that the other does not: gate 1 is not gate 2. */
export function isNumberedOtherwise(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isNumbered = (terms: ReadonlySet<string>, than: ReadonlySet<string>) =>
    [...terms].some(term => /\d/.test(term) && !than.has(term));
  return isNumbered(a, b) && isNumbered(b, a);
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
