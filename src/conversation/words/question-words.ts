import { foldAccents } from '../../understanding/normalise.ts';

/** How questions begin, in the languages we answer in. Japanese ones end. */
const openers = [
  /^(?:so |and |but |ok |hey )*(?:what|when|where|who|whom|whose|how|which|is|are|was|were|did|do|does|has|have|had|can|could|will|would|may|shall|should|any|anything|anybody|anyone)\b/,
  /^(?:und |aber |also )*(?:was|wann|wo|wer|wen|wem|wie|warum|wieso|welche\w*|ist|sind|war|habt|hat|haben|gibt|kann|konnen|konnt|wird|werden|lauft|weiss|bist|seid)\b/,
  /^(?:et |mais |alors )*(?:qui|quand|ou en|comment|pourquoi|quel\w*|que|qu'|combien|est-ce|avez-vous|peut-on|pouvez-vous|etes-vous|y a-t-il)/,
  /^(?:y |pero )*(?:quien\w*|cuando|donde|como|por que|cual\w*|cuant\w*)\b/,
  /^(?:e |mas )*(?:quem|quando|onde|qual|quais|quant\w*|por que|sera que)\b/,
  /(?:か|かな|の)[。.]?$/u,
];

/** True when a sentence plainly asks something. */
export function isQuestion(text: string): boolean {
  const said = text.trim();
  const plain = foldAccents(said.toLowerCase()).replaceAll('’', "'");
  return /[?？]$/u.test(said) || openers.some(opener => opener.test(plain));
}
