import { allWords, type Check } from '../around.ts';
import { plainOf } from '../terms.ts';
import { minutesOutside } from '../working-span.ts';

const marked =
  /\bafter \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|o'clock)|\b(?:after|past) (?:the )?(?:close|closing)(?: (?:of business|time))?\b|\b(?:off|post)[- ]?hours\b|\b(?:once|when|while|after) [^.]{0,30}\b(?:had |has |was |were |is )?(?:already )?closed\b|\b(?:after|outside) (?!(?:\d+|an?|one|two|three|four|few|some|several|many|these|those|hours) )\w+ hours\b|\b(?:after|out of|outside|beyond)[- ](?:the |our |your |normal |agreed |ordinary |usual |business |office |contract |working |regular |core |of |customer'?s )*hours?\b|\bafter-?hours\b|\bout-of-hours\b|\booh\b|\bat night\b|\b(?:over|during the|by) night\b|\bovernight\b|\bnight (?:work|shift|call|time|rate)\b|\b(?:in|during) the (?:night|evening)\b|\bevening\b|\bweekend\b|\b(?:saturday|sunday)\b|\b(?:public |bank )?holiday\b|\bon[- ]call\b|\bcall-?out\b|\b(?:before|after) (?:opening|closing|work)\b|\bbefore (?:the )?(?:office|business|working|contract|ordinary|usual|normal|regular|opening) hours\b|\b(?:before|after) (?:\w+ )?hours\b(?=[,.:;]|$)|\bearly (?:morning|start|call|visit|shift)\b|\b(?:midnight|dawn|good friday|easter (?:sunday|monday)|boxing day|(?:christmas|new year'?s) (?:day|eve)|thanksgiving)\b|\blate (?:evening|night)\b|\bovertime\b/;

const markedInGerman =
  /\b(?:nach|vor) (?:feierabend|(?:\w+)?(?:schluss|schichtende|schichtbeginn|offnung))\b|\bausserhalb der \w*(?:zeit|zeiten|stunden)\b|\b(?:abends|nachts|samstags|sonntags|feiertags)\b|\b(?:am|in der|uber) (?:abend|nacht|wochenende|samstag|sonntag|feiertag)\b|\b(?:ruf)?bereitschaft\b|\bnotdienst\b|\b(?:feiertag|wochenend|nacht|samstag|sonntag)s?(?:einsatz|arbeit|dienst|zuschlag)\w*\b|\b(?:karfreitag|ostermontag|pfingstmontag|ostersonntag|neujahr|heiligabend|silvester|feiertag|samstag|sonntag)\b/;

const markedInRomance =
  /\b(?:fuera del? (?:\w+ )?(?:horario|horas)|horas? extras?|fin de semana|festivos?|feriados?|(?:de|por la|en la) noche|nocturn[oa]s?|sabado|domingo|madrugada|(?:antes de (?:la apertura|abrir)|despues del? (?:cierre|horario)))\b|\b(?:hors (?:des? )?(?:heures|horaires?)|en soiree|le soir|(?:de|la) nuit|week-end|samedi|dimanche|(?:jours? )?feries?|astreinte|heures supplementaires|avant l.ouverture|apres la fermeture)\b|\b(?:fora d[eo] (?:horario|expediente)|fim de semana|(?:a|de|da) noite|plantao)\b/;
const markedInJapanese = /時間外|休日|祝日|夜間|深夜|早朝|土曜|日曜|週末/;

/** What is made for an evening, not done in one: "the evening list", "the list for the weekend". */
const things =
  '(?:list|report|plan|rota|schedule|timetable|tariff|menu|desk|batch|job|run|backup|calendar|edition|ferry|prices?)s?';
const times = '(?:evening|night|weekend|saturday|sunday|holiday)s?';
const madeFor = new RegExp(
  `\\b${times}(?:'s)? ${things}\\b|\\b${things} (?:for|of) (?:the |that |this |every )?${times}\\b`,
  'g',
);

function isMarked(words: string): boolean {
  const own = words.replace(madeFor, '');
  return [marked, markedInGerman, markedInRomance, markedInJapanese].some(one => one.test(own));
}

/** Work outside the contract's hours, also in part, and no word that says so. */
export const outsideHoursUnmarked: Check = (work, { contract, ordinary }) => {
  if (!contract) return null;
  const outside = minutesOutside(work, ordinary);
  if (outside === 0 || isMarked(plainOf(allWords(work)))) return null;
  return outside >= work.minutes
    ? 'It was done outside the contract’s hours, and no word says so.'
    : `${outside} of its ${work.minutes} minutes were outside the contract’s hours, and no word says so.`;
};
