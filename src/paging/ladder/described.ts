import { shared, type Text, term, words } from '../../delivery/audience.ts';
import { personOnCall } from '../../on-call/schedule.ts';
import { openly } from '../../timeline/event.ts';
import { nameOn, type Roster } from './roster.ts';

const advocate = term('your advocate ', {
  de: 'Ihre Ansprechperson ',
  fr: 'votre interlocuteur ',
  es: 'su persona de contacto ',
  pt: 'sua pessoa de contato ',
  ja: '担当の ',
});

const standIn = term(' in place of your advocate', {
  de: ' (in Vertretung für Ihre Ansprechperson)',
  fr: ' (à la place de votre interlocuteur)',
  es: ' (en lugar de su persona de contacto)',
  pt: ' (no lugar da sua pessoa de contato)',
  ja: '（担当の代理）',
});

const onCall = term('our on-call colleague ', {
  de: 'unsere Bereitschaft ',
  fr: "notre collègue d'astreinte ",
  es: 'nuestra persona de guardia ',
  pt: 'nossa pessoa de plantão ',
  ja: '当番の ',
});

const manager = term('our manager ', {
  de: 'unsere Leitung ',
  fr: 'notre responsable ',
  es: 'nuestra dirección, ',
  pt: 'nossa gerência, ',
  ja: '責任者の ',
});

const colleague = term('a colleague', {
  de: 'jemand von uns',
  fr: 'un collègue',
  es: 'alguien de nuestro equipo',
  pt: 'alguém da nossa equipe',
  ja: '弊社の者',
});

/** The name by which a customer reads of somebody on the roster; a plain word for somebody who has left it. */
export function nameText(personId: string | null, roster: Roster): Text<'shared'> {
  const name = personId === null ? null : nameOn(roster, personId);
  return name === null ? shared`${colleague}` : shared`${words(openly(name))}`;
}

/** What the customer calls this person: "your advocate Maya", "our on-call colleague Tom". */
export function describedText(personId: string, roster: Roster, now: Date): Text<'shared'> {
  const name = nameText(personId, roster);
  const { roles, schedules } = roster;
  if (roles.advocate === personId) return shared`${advocate}${name}`;
  if (roles.backup === personId) return shared`${name}${standIn}`;
  const isOnDuty = schedules.some(schedule => personOnCall(schedule, now) === personId);
  if (isOnDuty) return shared`${onCall}${name}`;
  return roles.manager === personId ? shared`${manager}${name}` : name;
}
