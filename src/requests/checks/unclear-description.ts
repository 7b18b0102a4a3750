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
  successfully accordingly instructed no further attended attend site maintenance performed professional services hoc conversation session
  executed provided carried applied hereby accordance consulting consultancy housekeeping visited tbd
  january february march april may june july august september october november december
  erledigt gemacht fertig geklart behoben gelost besprochen telefonisch arbeit arbeiten diverse diverses storung storungssuche
  hecho hizo hicieron listo solicitado solicitada varios varias usuario usuarios soporte ayuda trabajo trabajos resuelto resuelta
  solucionado atendido atendio cerrado realizado realizo caso problema incidencia general cliente acordado pedido tarea tareas segun
  fait faite faits regle reglee comme convenu divers diverses travaux utilisateur utilisateurs aide resolu resolue termine demande
  demandee probleme intervention suite clos cloture selon
  feito feita resolvido pronto conforme combinado chamado atendimento trabalho suporte tarefa
  fehler fehlersuche anlage gerat lauft geht wieder siehe oben wunsch kunde anfrage hilfe rucksprache uberpruft gepruft`,
);

/** Said of any work at all. */
const phrases =
  /\b(?:per (?:the )?(?:phone|telephone|e?mail|chat|teams)(?: (?:conversation|call|message|request))?|service call|took care of (?:it|this|that))\b|\b(?:discussed|agreed|spoken|arranged|requested|instructed|ordered|approved|wished|besprochen|vereinbart|acordado|hablado|convenu|combinado) (?:with|w\/|by|from|mit|con|avec|com) \S+(?: \S+)?/g;

/** The customer could not tell what was done, or for whom. */
export const unclearDescription: Check = work => {
  const words = customersWords(work);
  const telling = [...termsOf(plainOf(words).replace(phrases, ' '))].filter(
    term => !generic.has(term) && !/^(?:\d+|[a-z])$/.test(term),
  );
  if (telling.length >= 2) return null;
  return telling.length === 0
    ? `"${words}" does not say what was done, or for whom.`
    : `"${words}" names ${telling[0]} and nothing else.`;
};
