import { cutWords } from '../../../conversation/arrival/inbound.ts';
import type { Action, Card } from '../../../delivery/card.ts';
import { plainText, type Reader } from '../../../delivery/plain-text.ts';
import {
  type ActionSet,
  type AdaptiveCard,
  adaptiveCard,
  type CardAction,
  type Element,
} from './adaptive-card.ts';
import { type CardData, pressVerb } from './card-data.ts';
import { literalMarkdown, literalText } from './literal-text.ts';
import { renderLabelled, renderText, renderWords } from './render-text.ts';

/** What a card is rendered for: whose eyes, and which showing of which message it is. */
export interface CardView extends Reader {
  /** Our own id of the message; "home" on the home card. */
  readonly messageId: string;
  /** Another one for every showing, so that a press arriving twice is one press. */
  readonly nonce: string;
  /** An earlier showing may have arrived. */
  readonly isRepeat: boolean;
}

/** Said above a message whose first try may have arrived. */
export const repeatWords = 'Sent again: the first one may have reached you already.';

/** A card as an Adaptive Card 1.5: pure, whatever its length. */
export function renderCard(card: Card, view: CardView): AdaptiveCard {
  return adaptiveCard(
    [
      ...(view.isRepeat ? [renderWords(repeatWords, { isSubtle: true, size: 'Small' })] : []),
      ...renderParts(card, view),
    ],
    literalMarkdown(cutWords(plainText(card, view), 2_000)),
  );
}

/** The elements of one card, for a message or as one part of the home card. */
export function renderParts(card: Card, view: CardView): Element[] {
  const { body, facts = [], actions = [], foot } = card;
  return [
    ...renderHeading(card, view),
    ...body.flatMap(text => renderText(text, view)),
    ...facts.flatMap(({ label, text }) => renderLabelled(label, text, view)),
    ...(foot ? renderText(foot, view, { isSubtle: true, size: 'Small' }) : []),
    ...renderActions(actions, view),
  ];
}

/** A page that still calls somebody stands out among a night's other messages. */
function renderHeading({ heading, actions = [] }: Card, view: CardView): Element[] {
  if (!heading) return [];
  const items = renderText(heading, view, { weight: 'Bolder', size: 'Medium' });
  const isCalling = actions.some(({ id }) => id === 'page.acknowledge');
  return isCalling ? [{ type: 'Container', style: 'attention', bleed: true, items }] : items;
}

function renderActions(actions: readonly Action[], view: CardView): ActionSet[] {
  return actionSets(actions.map(action => renderAction(action, view)));
}

/** More in one row are squeezed or cut off on a phone and in a narrow window. */
const mostInRow = 3;

/** Buttons in rows. */
export function actionSets(buttons: readonly CardAction[]): ActionSet[] {
  const sets: ActionSet[] = [];
  for (let at = 0; at < buttons.length; at += mostInRow) {
    const actions = buttons.slice(at, at + mostInRow);
    sets.push({ type: 'ActionSet', actions, ...(at > 0 && { spacing: 'Small' }) });
  }
  return sets;
}

const longestTitle = 60;

/** A button that also works in clients that know only Action.Submit. */
function renderAction(action: Action, { messageId, nonce }: CardView): CardAction {
  if (action.id === 'page.pass') return handOverOpener(action, nonce);
  const handrail: CardData = {
    do: 'press',
    action: action.id,
    subject: action.subject,
    message: messageId,
    nonce,
  };
  const shown = {
    title: literalText(cutWords(action.label.replace(/\s+/g, ' '), longestTitle)),
    data: { handrail },
    ...styleOf(action),
  };
  const fallback: CardAction = { type: 'Action.Submit', ...shown };
  return { type: 'Action.Execute', verb: pressVerb, ...shown, fallback };
}

/** Passing a page on asks what the next one must know, in a dialog. Teams opens dialogs for Action.Submit alone. */
function handOverOpener({ label, subject: page }: Action, nonce: string): CardAction {
  const handrail: CardData = { do: 'open-form', form: 'hand-over', nonce };
  return {
    type: 'Action.Submit',
    title: literalText(label),
    data: { msteams: { type: 'task/fetch' }, handrail, page },
  };
}

function styleOf({ style }: Action): Pick<CardAction, 'style'> {
  if (!style) return {};
  return { style: style === 'primary' ? 'positive' : 'destructive' };
}
