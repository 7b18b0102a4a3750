import type { InEach } from './phrase.ts';

/** How often, as it stands inside a sentence: "I'll check in {0}". */
export const rhythms = {
  '30m': {
    de: 'etwa alle halbe Stunde',
    fr: 'environ toutes les demi-heures',
    es: 'cada media hora, más o menos',
    pt: 'a cada meia hora, mais ou menos',
    ja: '約 30 分ごと',
  },
  '1h': {
    de: 'etwa jede Stunde',
    fr: 'environ toutes les heures',
    es: 'cada hora, más o menos',
    pt: 'a cada hora, mais ou menos',
    ja: '約 1 時間ごと',
  },
  '2h': {
    de: 'etwa alle zwei Stunden',
    fr: 'environ toutes les deux heures',
    es: 'cada dos horas, más o menos',
    pt: 'a cada duas horas, mais ou menos',
    ja: '約 2 時間ごと',
  },
  '4h': {
    de: 'etwa alle vier Stunden',
    fr: 'environ toutes les quatre heures',
    es: 'cada cuatro horas, más o menos',
    pt: 'a cada quatro horas, mais ou menos',
    ja: '約 4 時間ごと',
  },
  '1d': {
    de: 'täglich',
    fr: 'tous les jours',
    es: 'cada día',
    pt: 'todos os dias',
    ja: '毎日',
  },
  '2d': {
    de: 'alle zwei Tage',
    fr: 'tous les deux jours',
    es: 'cada dos días',
    pt: 'a cada dois dias',
    ja: '2 日ごと',
  },
  '1w': {
    de: 'wöchentlich',
    fr: 'toutes les semaines',
    es: 'cada semana',
    pt: 'toda semana',
    ja: '毎週',
  },
  '2w': {
    de: 'alle zwei Wochen',
    fr: 'toutes les deux semaines',
    es: 'cada dos semanas',
    pt: 'a cada duas semanas',
    ja: '2 週間ごと',
  },
  'on-request': {
    de: 'nur, wenn Sie fragen',
    fr: 'seulement quand vous le demandez',
    es: 'solo cuando usted lo pida',
    pt: 'só quando você pedir',
    ja: 'ご希望のときだけ',
  },
} as const satisfies Readonly<Record<string, InEach>>;
