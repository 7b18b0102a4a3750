import type { Intent } from '../../understanding/intent.ts';

/**
 * What words are to us, whatever they are answered with.
 * question: the shared facts answer it, between people too when it is clear.
 * trouble: belongs to a worry just told, or to whoever is being called.
 * matter: a person's to settle; after a worry, worth knowing for whoever is called about it.
 * wish: about our own messages.
 * relief: it went well.
 * chat: not for us unless we are named.
 */
export type IntentKind = 'question' | 'trouble' | 'matter' | 'wish' | 'relief' | 'chat';

/** The kind of each intent. One without a row does not compile. */
export const intentKinds: Readonly<Record<Intent, IntentKind>> = {
  status: 'question',
  next: 'question',
  who: 'question',
  help: 'trouble',
  worried: 'trouble',
  thanks: 'relief',
  stop: 'wish',
  more: 'wish',
  complaint: 'trouble',
  billing: 'matter',
  planning: 'matter',
  purchase: 'matter',
  commitment: 'matter',
  resolved: 'relief',
  smalltalk: 'chat',
  other: 'chat',
};
