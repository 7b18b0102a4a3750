/** Something said in plain words by anyone; answered from the asking customer's own facts. */
export const askNames = [
  'ask.situation',
  'ask.person',
  'ask.wish',
  'ask.whom',
  'ask.talk',
  'ask.quiet',
  'ask.hand',
  'ask.bill',
] as const;
export type AskName = (typeof askNames)[number];

/** Something a partner's person says of what is theirs. */
export const partnerNames = ['partner.step', 'partner.back', 'partner.word'] as const;
export type PartnerName = (typeof partnerNames)[number];
