import type { Phrases } from './phrase.ts';

/** The end of the check-ins, and the one gentle repeat. */
export const graduationPhrases: Phrases = {
  'I\'ll tell you here once "{0}" is done, planned for {1}.': {
    de: 'Ich sage es Ihnen hier, sobald „{0}“ fertig ist, geplant für {1}.',
    fr: 'Je vous le dirai ici dès que « {0} » sera terminé, prévu pour {1}.',
    es: 'Se lo diré aquí en cuanto «{0}» esté hecho, previsto para {1}.',
    pt: 'Aviso aqui assim que "{0}" terminar, previsto para {1}.',
    ja: '「{0}」が終わり次第（予定 {1}）、ここでお知らせします。',
  },
  'I\'ll tell you here once "{0}" begins, planned for {1}.': {
    de: 'Ich sage es Ihnen hier, sobald „{0}“ beginnt, geplant für {1}.',
    fr: 'Je vous le dirai ici dès que « {0} » commencera, prévu pour {1}.',
    es: 'Se lo diré aquí en cuanto empiece «{0}», previsto para {1}.',
    pt: 'Aviso aqui assim que "{0}" começar, previsto para {1}.',
    ja: '「{0}」が始まり次第（予定 {1}）、ここでお知らせします。',
  },
  'Shall I stop checking in about it?': {
    de: 'Soll ich aufhören, danach zu fragen?',
    fr: 'Dois-je arrêter de prendre des nouvelles à ce sujet ?',
    es: '¿Dejo de preguntar por ello?',
    pt: 'Paro de perguntar sobre isso?',
    ja: 'これについての様子伺いをやめてもよろしいですか。',
  },
  "{0} stays your person, and I'm still here whenever you type.": {
    de: '{0} bleibt für Sie da, und auch ich, wann immer Sie schreiben.',
    fr: '{0} reste votre interlocuteur, et je suis toujours là dès que vous écrivez.',
    es: '{0} sigue siendo su persona de contacto, y yo sigo aquí cuando escriba.',
    pt: '{0} continua sendo sua pessoa de contato, e eu continuo aqui quando você escrever.',
    ja: '担当は引き続き {0} で、書いてくだされば私も対応します。',
  },
  'Your last {0} answers about the {1} were all good': {
    de: 'Ihre letzten {0} Antworten zu {1} waren alle gut',
    fr: 'Vos {0} dernières réponses sur {1} étaient toutes bonnes',
    es: 'Sus últimas {0} respuestas sobre {1} fueron todas buenas',
    pt: 'Suas últimas {0} respostas sobre {1} foram todas boas',
    ja: '{1} についての直近 {0} 回のご返事はすべて良好でした',
  },
  'The {0} has not begun yet': {
    de: '{0} hat noch nicht begonnen',
    fr: "{0} n'a pas encore commencé",
    es: '{0} aún no ha empezado',
    pt: '{0} ainda não começou',
    ja: '{0} はまだ始まっていません',
  },
  'The {0} is underway': {
    de: '{0} ist im Gang',
    fr: '{0} est en cours',
    es: '{0} está en marcha',
    pt: '{0} está em andamento',
    ja: '{0} は進行中です',
  },
  'The {0} is behind you': {
    de: '{0} liegt hinter Ihnen',
    fr: '{0} est derrière vous',
    es: '{0} ya quedó atrás',
    pt: '{0} já ficou para trás',
    ja: '{0} は終わりました',
  },
  'and nothing is open on our side.': {
    de: 'und bei uns ist nichts offen.',
    fr: "et rien n'est ouvert de notre côté.",
    es: 'y no queda nada abierto por nuestra parte.',
    pt: 'e nada está aberto do nosso lado.',
    ja: 'こちらに未完了のことはありません。',
  },
  'One thing you told us is still open on our side and will be answered, whatever you decide; {0} sees to that.':
    {
      de: 'Eines, was Sie uns gesagt haben, ist bei uns noch offen und wird beantwortet, wie immer Sie sich entscheiden; {0} sorgt dafür.',
      fr: 'Une chose que vous nous avez dite est encore ouverte chez nous et recevra une réponse, quoi que vous décidiez ; {0} y veille.',
      es: 'Una cosa que nos dijo sigue abierta y tendrá respuesta, decida lo que decida; {0} se encarga.',
      pt: 'Uma coisa que você nos disse ainda está aberta e será respondida, seja qual for sua decisão; {0} cuida disso.',
      ja: 'お伝えいただいたことが一つ残っています。どのようにお決めになってもお答えします。{0} が責任を持ちます。',
    },
  '{0} things you told us are still open on our side and will be answered, whatever you decide; {1} sees to that.':
    {
      de: '{0} Dinge, die Sie uns gesagt haben, sind bei uns noch offen und werden beantwortet, wie immer Sie sich entscheiden; {1} sorgt dafür.',
      fr: '{0} choses que vous nous avez dites sont encore ouvertes chez nous et recevront une réponse, quoi que vous décidiez ; {1} y veille.',
      es: '{0} cosas que nos dijo siguen abiertas y tendrán respuesta, decida lo que decida; {1} se encarga.',
      pt: '{0} coisas que você nos disse ainda estão abertas e serão respondidas, seja qual for sua decisão; {1} cuida disso.',
      ja: 'お伝えいただいたことが {0} 件残っています。どのようにお決めになってもお答えします。{1} が責任を持ちます。',
    },
  "Then I'll stop checking in about the {0} as of today; {1} stays your person, and I'm still here if you type.":
    {
      de: 'Dann frage ich ab heute nicht mehr nach {0}; {1} bleibt für Sie da, und auch ich, wenn Sie schreiben.',
      fr: "Alors j'arrête dès aujourd'hui de prendre des nouvelles de {0} ; {1} reste votre interlocuteur, et je suis toujours là si vous écrivez.",
      es: 'Entonces desde hoy dejo de preguntar por {0}; {1} sigue siendo su persona de contacto, y yo sigo aquí si escribe.',
      pt: 'Então a partir de hoje paro de perguntar sobre {0}; {1} continua sendo sua pessoa de contato, e eu continuo aqui se você escrever.',
      ja: 'では本日から {0} についての様子伺いをやめます。担当は引き続き {1} で、書いてくだされば私も対応します。',
    },
  'One last thing whenever you like: what should we have done better?': {
    de: 'Ein Letztes, wann immer Sie mögen: Was hätten wir besser machen sollen?',
    fr: "Une dernière chose, quand vous voudrez : qu'aurions-nous dû mieux faire ?",
    es: 'Una última cosa, cuando quiera: ¿qué deberíamos haber hecho mejor?',
    pt: 'Uma última coisa, quando quiser: o que deveríamos ter feito melhor?',
    ja: '最後に一つだけ、お時間のあるときに：改善すべき点は何でしょうか。',
  },
  "Then I'll keep checking in as now, and ask about this again in four weeks.": {
    de: 'Dann frage ich weiter nach wie jetzt und komme in vier Wochen darauf zurück.',
    fr: 'Alors je continue comme maintenant, et je reposerai la question dans quatre semaines.',
    es: 'Entonces sigo preguntando como ahora y vuelvo sobre esto en cuatro semanas.',
    pt: 'Então continuo perguntando como agora e volto a isto em quatro semanas.',
    ja: 'では今のまま伺い、4 週間後に改めてお尋ねします。',
  },
  'Say "less" or "more" any time, or type page for a person.': {
    de: 'Sagen Sie jederzeit „less“ oder „more“, oder schreiben Sie page für einen Menschen.',
    fr: 'Dites « less » ou « more » à tout moment, ou écrivez page pour une personne.',
    es: 'Diga «less» o «more» cuando quiera, o escriba page para una persona.',
    pt: 'Diga "less" ou "more" a qualquer hora, ou escreva page para uma pessoa.',
    ja: 'いつでも「less」「more」、人が必要なときは page と書いてください。',
  },
  'it was not all well when I last heard from your side, so I ask once more: how is it now?': {
    de: 'beim letzten Mal war nicht alles gut, darum frage ich noch einmal: Wie ist es jetzt?',
    fr: "tout n'allait pas bien la dernière fois, je redemande donc : comment ça va maintenant ?",
    es: 'la última vez no todo iba bien, así que pregunto de nuevo: ¿cómo va ahora?',
    pt: 'da última vez nem tudo estava bem, então pergunto de novo: como está agora?',
    ja: '前回は万全ではないとのことでしたので、もう一度伺います。今はいかがですか。',
  },
  'One tap is enough.': {
    de: 'Ein Tippen genügt.',
    fr: 'Un seul clic suffit.',
    es: 'Basta con un toque.',
    pt: 'Basta um toque.',
    ja: 'ボタン一つで結構です。',
  },
  "Without an answer I'll ask {0} to get in touch.": {
    de: 'Ohne Antwort bitte ich {0}, sich zu melden.',
    fr: 'Sans réponse, je demanderai à {0} de vous contacter.',
    es: 'Sin respuesta, pediré a {0} que se ponga en contacto.',
    pt: 'Sem resposta, peço a {0} que entre em contato.',
    ja: 'ご返事がなければ、{0} から連絡するよう頼みます。',
  },
};
