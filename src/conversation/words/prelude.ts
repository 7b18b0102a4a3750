/** What somebody says before, or instead of, saying something. */
export type Prelude =
  /** "I have a question": it is still to come. */
  | 'question'
  /** "Cancel that", "never mind": something is taken back. */
  | 'taken-back';

const greeting = '(?:(?:hi|hello|hey|hallo|bonjour|hola|olá)[,! ]+)?';

const question = new RegExp(
  `^${greeting}(?:(?:i have|i've got|i got|got|have|just|only|there is|one) ?(?:a|one|another|some|two)? ?(?:quick|short|small|little|brief)? ?questions?(?: for you)?|(?:a )?(?:quick|short|small) question|(?:can|could|may) i (?:just )?ask(?: you)?(?: something| a question)?|i (?:wanted|want|would like|'d like) to ask (?:you )?(?:something|a question)|(?:ich habe|hab|habe) (?:da )?(?:mal )?eine (?:kurze )?frage|(?:kurze )?frage|kann ich (?:dich |sie )?(?:mal )?(?:etwas|was) fragen|j'ai une (?:petite )?question|une question|puis-je vous poser une question|tengo una (?:pregunta|duda)|una pregunta|tenho uma (?:pergunta|dúvida)|uma pergunta|質問があります)[.!:? ]*$`,
  'iu',
);

const takenBack =
  /^(?:(?:ok|okay|oh|actually|no|sorry)[,! ]+)*(?:please )?(?:cancel (?:that|this|it)|scrap (?:that|this|it)|never ?mind|forget (?:it|that|about it)|leave it|undo (?:that|this|it)|take (?:that|it) back|disregard (?:that|this)?|ignore (?:that|this|my last message)|vergiss es|vergessen sie es|schon gut|egal|doch nicht|laissez tomber|oubliez|olvídelo|olvídalo|déjelo|deixa pra lá|esqueça)(?: please| bitte)?[.! ]*$/iu;

/** Read of a whole message: what says more is not read so. */
export function readPrelude(text: string): Prelude | null {
  const said = text.trim().replaceAll('’', "'");
  if (question.test(said)) return 'question';
  return takenBack.test(said) ? 'taken-back' : null;
}
