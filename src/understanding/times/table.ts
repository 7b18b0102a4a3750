/** What a word can do in a time that somebody writes; one word may do several, and its neighbours decide which. */
export type TimeIdea =
  // Days near today
  | 'today'
  | 'tomorrow'
  | 'yesterday'
  | 'after tomorrow'
  | 'before yesterday'
  | 'tonight'
  | 'last night'
  // Parts of a day; before and after noon as a clock has them
  | 'early'
  | 'morning'
  | 'noon'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'midnight'
  | 'am'
  | 'pm'
  // How much
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'weekend'
  | 'half'
  | 'quarter'
  | 'quarter hour'
  | 'few'
  // "Half past six", "quarter to", "six o'clock", "half seven" where that is 06:30
  | 'past'
  | 'to'
  | 'half before'
  | 'oclock'
  // Where a time stands to another
  | 'at'
  | 'in'
  | 'ago'
  /** "An hour from now". */
  | 'hence'
  | 'from'
  | 'until'
  | 'by'
  | 'since'
  | 'between'
  | 'and'
  | 'this'
  | 'next'
  | 'last'
  | 'end'
  | 'end of day'
  /** Words that may stand inside a time and say nothing: "the", "of". */
  | 'glue';

/**
 * How one language says times. Spellings are parted by commas, written without capitals and accents; Monday and
 * January come first; a number stands at its own place.
 */
export interface TimeTable {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** From zero on. */
  readonly numbers: readonly string[];
  readonly tens: Readonly<Record<number, string>>;
  readonly ideas: Readonly<Record<TimeIdea, string>>;
  /** "From" and "until" come after what they speak of. */
  readonly marksFollow?: true;
}

/** What a run of words can be. */
export interface Meaning {
  readonly ideas: ReadonlySet<TimeIdea>;
  readonly number: number | null;
  /** 1 is Monday. */
  readonly weekday: number | null;
  readonly month: number | null;
}

export interface TimePhrase {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** A table made ready for reading: its phrases by their first word, the longest first. */
export type TimeLexicon = ReadonlyMap<string, readonly TimePhrase[]>;

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** The words of a spelling as they are compared: Japanese by the character. */
export function timeWords(spelling: string): string[] {
  return spelling.split(/[\s'-]+/).flatMap(word => (cjk.test(word) ? [...word] : [word]));
}

/** Reads a table into a lexicon. */
export function timeLexiconOf(table: TimeTable): TimeLexicon {
  const meanings = new Map<string, Meaning>();
  const note = (spellings: string, add: (known: Meaning) => Meaning) => {
    for (const spelling of spellings.split(',')) {
      const key = timeWords(spelling.trim()).join(' ');
      if (key !== '') meanings.set(key, add(meanings.get(key) ?? nothing));
    }
  };
  table.weekdays.forEach((said, at) => void note(said, known => ({ ...known, weekday: at + 1 })));
  table.months.forEach((said, at) => void note(said, known => ({ ...known, month: at + 1 })));
  table.numbers.forEach((said, at) => void note(said, known => ({ ...known, number: at })));
  for (const [value, said] of Object.entries(table.tens))
    note(said, known => ({ ...known, number: Number(value) }));
  for (const [idea, said] of Object.entries(table.ideas))
    note(said, known => ({ ...known, ideas: new Set([...known.ideas, idea as TimeIdea]) }));
  return byFirstWord(meanings);
}

const nothing: Meaning = { ideas: new Set(), number: null, weekday: null, month: null };

function byFirstWord(meanings: ReadonlyMap<string, Meaning>): TimeLexicon {
  const lexicon = new Map<string, TimePhrase[]>();
  for (const [key, meaning] of meanings) {
    const words = key.split(' ');
    const [first = ''] = words;
    lexicon.set(first, [...(lexicon.get(first) ?? []), { words, meaning }]);
  }
  for (const phrases of lexicon.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return lexicon;
}
