import { cutWords } from '../../../conversation/arrival/inbound.ts';
import type { Outgoing } from '../../../delivery/surface.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { literalText } from './literal-text.ts';
import { type MentionEntity, mentionsIn } from './mentions-in.ts';
import { type CardView, renderCard, repeatWords } from './render-card.ts';
import { bytesOf, measures, mostBytes, shortenCard } from './shorten-card.ts';

/** What of a message is shown. */
export type Said = Pick<
  Outgoing,
  'messageId' | 'card' | 'text' | 'timeZone' | 'isRepeat' | 'mentions'
>;

/** A message as the connector takes it. */
export interface MessageActivity {
  readonly type: 'message';
  /** What notifications and the list of chats show. */
  readonly summary: string;
  readonly importance?: 'high';
  readonly channelData?: { readonly notification: { readonly alert: true } };
  /** Those who are notified, above the card: cards of runs cannot mention anybody. */
  readonly text?: string;
  readonly entities?: readonly MentionEntity[];
  readonly attachments: readonly [CardAttachment, ...ImageAttachment[]];
}

interface CardAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: AdaptiveCard;
}

/** A picture in the message itself: learn.microsoft.com/microsoftteams/platform/bots/how-to/agents-inline-images. */
interface ImageAttachment {
  readonly contentType: 'image/png';
  readonly contentUrl: string;
  readonly name: string;
}

/** What a message is rendered with besides itself. */
export interface MessageView {
  readonly now: Date;
  readonly nonce: string;
  /** The most it may weigh, in bytes as Teams counts them. */
  readonly most?: number;
  /** The card's picture, drawn; null or left out where none is shown. */
  readonly png?: Buffer | null;
}

/** The message, shortened as little as it must be to be taken; what a picture weighs is not counted by Teams. */
export function messageActivity(outgoing: Said, { png, ...view }: MessageView): MessageActivity {
  const activity = fittingActivity(outgoing, view);
  const { picture } = outgoing.card;
  if (!picture || !png) return activity;
  const contentUrl = `data:image/png;base64,${png.toString('base64')}`;
  const [card] = activity.attachments;
  const image = { contentType: 'image/png', contentUrl, name: picture.title } as const;
  return { ...activity, attachments: [card, image] };
}

function fittingActivity(
  outgoing: Said,
  { now, nonce, most = mostBytes }: Omit<MessageView, 'png'>,
): MessageActivity {
  const { messageId, timeZone, isRepeat } = outgoing;
  const view: CardView = { timeZone, now, nonce, messageId, isRepeat };
  let activity: MessageActivity | null = null;
  for (const measure of measures) {
    activity = withCard(outgoing, renderCard(shortenCard(outgoing.card, measure), view));
    if (bytesOf(activity) <= most) return activity;
  }
  return activity ?? withCard(outgoing, renderCard(outgoing.card, view));
}

function withCard(
  { card, text, isRepeat, mentions }: Said,
  content: AdaptiveCard,
): MessageActivity {
  const said = isRepeat ? `${repeatWords}\n${text}` : text;
  const entities = mentionsIn(card, mentions);
  return {
    type: 'message',
    ...(entities.length > 0 && { text: entities.map(one => one.text).join(' '), entities }),
    summary: literalText(cutWords(said.replace(/\s+/g, ' ').trim(), 300)),
    // A page must be seen among a night's other chats.
    ...(card.name === 'page' && {
      importance: 'high',
      channelData: { notification: { alert: true } },
    }),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}
