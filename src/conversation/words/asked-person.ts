import { saidAs } from '../../understanding/speech/say.ts';
import {
  type NamedPerson,
  type Said,
  type Speech,
  speechOf,
} from '../../understanding/speech/speech.ts';

/** Who shall be asked, as it was said; `nobody` where the words name none of these people. */
export type AskedPerson =
  | { readonly kind: 'named'; readonly ids: readonly string[] }
  | { readonly kind: 'speaker' }
  | { readonly kind: 'nobody' };

const me = new Set(['me', 'mich', 'mir', 'moi', 'mi', 'mim', 'mij']);
const insteadOf = new Set([
  'of',
  'from',
  'von',
  'de',
  'not',
  'than',
  'nicht',
  'statt',
  'anstatt',
  'pas',
  'niet',
  'não',
  'nao',
  'no',
]);

/** "Ask Grace instead of Daniel" is Grace, "Daniel is out, ask me" the speaker. Two of one name are both. */
export function readAskedPerson(text: string, people: readonly NamedPerson[]): AskedPerson {
  const speech = speechOf(text, people);
  const named = inFull(saidAs(speech, 'theirs')).filter(name => isMeant(speech, name));
  const ids = named.flatMap(({ personId }) => personId ?? []);
  if (ids.length > 0) return { kind: 'named', ids };
  return asksMe(speech) || isBack.test(text) ? { kind: 'speaker' } : { kind: 'nobody' };
}

const isBack =
  /\b(?:i['’]?m|i am) back\b|\bich bin (?:wieder )?(?:da|zur[uü]ck)\b|\bje suis (?:de retour|revenue?)\b|\b(?:ya )?estoy de vuelta\b|\bestou de volta\b/i;

const night =
  /\b(?:to bed|to sleep|good ?night|ins bett|schlafen|gute nacht|au lit|me coucher|dormir|bonne nuit|a la cama|buenas noches|boa noite)\b|寝|おやすみ/iu;

/** Somebody hands over because they go to sleep. */
export function isGoodNight(text: string): boolean {
  return night.test(text);
}

/** "Grace Kim" is not also Grace Lee. */
function inFull(names: readonly Said[]): Said[] {
  const length = ({ from, until }: Said) => until - from;
  return names.filter(
    name =>
      !names.some(
        other =>
          other.from <= name.from && name.until <= other.until && length(other) > length(name),
      ),
  );
}

/** Whoever is away, or is to be spared, is not asked. */
function isMeant(speech: Speech, { from, until }: Said): boolean {
  if (saidAs(speech, 'away').some(away => away.from >= until && away.from - until <= 1))
    return false;
  const [asked] = saidAs(speech, 'askSomebody').filter(each => each.until === from);
  if (asked?.isNegated) return false;
  return !insteadOf.has(speech.tokens[from - 1]?.word ?? '');
}

function asksMe(speech: Speech): boolean {
  return saidAs(speech, 'askSomebody').some(({ until }) =>
    me.has(speech.tokens[until]?.word ?? ''),
  );
}
