import type { Phrases } from './phrase.ts';

/** A step that leaves its plan: why, what moves with it, and the old and the new time. */
export const slipPhrases: Phrases = {
  '{0} takes longer than planned.': {
    de: '{0} dauert länger als geplant.',
    fr: '{0} dure plus longtemps que prévu.',
    es: '{0} tarda más de lo previsto.',
    pt: '{0} demora mais que o previsto.',
    ja: '{0} は予定より長くかかります。',
  },
  '{0} takes longer than planned, because {1}.': {
    de: '{0} dauert länger als geplant. Grund: {1}.',
    fr: '{0} dure plus longtemps que prévu. Raison : {1}.',
    es: '{0} tarda más de lo previsto. Motivo: {1}.',
    pt: '{0} demora mais que o previsto. Motivo: {1}.',
    ja: '{0} は予定より長くかかります。理由：{1}。',
  },
  '{0} starts later than planned.': {
    de: '{0} beginnt später als geplant.',
    fr: '{0} commence plus tard que prévu.',
    es: '{0} empieza más tarde de lo previsto.',
    pt: '{0} começa mais tarde que o previsto.',
    ja: '{0} は予定より遅く始まります。',
  },
  '{0} starts later than planned, because {1}.': {
    de: '{0} beginnt später als geplant. Grund: {1}.',
    fr: '{0} commence plus tard que prévu. Raison : {1}.',
    es: '{0} empieza más tarde de lo previsto. Motivo: {1}.',
    pt: '{0} começa mais tarde que o previsto. Motivo: {1}.',
    ja: '{0} は予定より遅く始まります。理由：{1}。',
  },
  'What follows moves with it: {0}.': {
    de: 'Was folgt, verschiebt sich mit: {0}.',
    fr: 'La suite est décalée avec : {0}.',
    es: 'Lo que sigue se mueve también: {0}.',
    pt: 'O que vem depois também muda: {0}.',
    ja: '以降の作業も動きます：{0}。',
  },
  '{0}: until {1} → {2}': {
    de: '{0}: bis {1} → {2}',
    fr: "{0} : jusqu'à {1} → {2}",
    es: '{0}: hasta {1} → {2}',
    pt: '{0}: até {1} → {2}',
    ja: '{0}：{1} まで → {2}',
  },
};
