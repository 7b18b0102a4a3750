import type { Phrases } from './phrase.ts';

/** What came of what somebody said: "you said, we did". */
export const voicePhrases: Phrases = {
  'You told us on {0}: “{1}”.': {
    de: 'Am {0} haben Sie uns gesagt: „{1}“.',
    fr: 'Le {0}, vous nous avez dit : « {1} ».',
    es: 'El {0} nos dijo: «{1}».',
    pt: 'Em {0} você nos disse: “{1}”.',
    ja: '{0} に、次のように伺いました。「{1}」',
  },
  '✅ What is different now: {0}.': {
    de: '✅ Was jetzt anders ist: {0}.',
    fr: '✅ Ce qui a changé : {0}.',
    es: '✅ Lo que ha cambiado: {0}.',
    pt: '✅ O que mudou: {0}.',
    ja: '✅ 変わったこと：{0}。',
  },
  'What we decided: {0}.': {
    de: 'Was wir entschieden haben: {0}.',
    fr: 'Ce que nous avons décidé : {0}.',
    es: 'Lo que decidimos: {0}.',
    pt: 'O que decidimos: {0}.',
    ja: '決めたこと：{0}。',
  },
  'Thank you for saying it.': {
    de: 'Danke, dass Sie es gesagt haben.',
    fr: "Merci de l'avoir dit.",
    es: 'Gracias por decirlo.',
    pt: 'Obrigado por dizer.',
    ja: 'お知らせくださりありがとうございました。',
  },
  'Tell me if it is not so.': {
    de: 'Sagen Sie mir, wenn es nicht so ist.',
    fr: "Dites-le-moi si ce n'est pas le cas.",
    es: 'Dígame si no es así.',
    pt: 'Diga-me se não for assim.',
    ja: 'もしそうでなければ、お知らせください。',
  },
};
