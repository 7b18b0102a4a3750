import { type Check, customersWords } from '../around.ts';
import { plainOf, termsOf } from '../terms.ts';

/** Words that stand on every bill and tell of no work. */
const generic = termsOf(
  `fixed fix it issue issues problem problems done work works worked working resolved solved sorted support help helped user users
  customer client ticket tickets case call called discussed agreed misc miscellaneous various task tasks thing things stuff
  looked look see above below follow followup general assistance request requests job jobs again now ok okay please service checked
  check closed completed finished handled dealt needed requested usual same update updated as per some several small item items
  time admin remote onsite visit etc fine good back investigated investigation troubleshooting troubleshoot assisted staff
  error something everything bits couple needful necessary did made make making adjustment adjustments change changes changed action actions
  activity activities matter matters point points effort yesterday yesterdays today todays week last earlier previous properly
  successfully accordingly instructed no further
  erledigt gemacht fertig geklart behoben gelost besprochen telefonisch arbeit arbeiten diverse diverses storung storungssuche
  fehler fehlersuche anlage gerat lauft geht wieder siehe oben wunsch kunde anfrage hilfe rucksprache uberpruft gepruft`,
);

/** Said of any work at all. */
const phrases = /\b(?:service call|took care of (?:it|this|that))\b/g;

/** The customer could not tell what was done, or for whom. */
export const unclearDescription: Check = work => {
  const words = customersWords(work);
  const telling = [...termsOf(plainOf(words).replace(phrases, ' '))].filter(
    term => !generic.has(term) && !/^\d+$/.test(term),
  );
  if (telling.length >= 2) return null;
  return telling.length === 0
    ? `"${words}" does not say what was done, or for whom.`
    : `"${words}" names ${telling[0]} and nothing else.`;
};
