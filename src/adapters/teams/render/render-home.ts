import { homeView } from '../../../conversation/arrival/inbound.ts';
import type { FormName } from '../../../conversation/forms/form.ts';
import type { Card } from '../../../delivery/card.ts';
import { plainText, type Reader } from '../../../delivery/plain-text.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type CardAction,
  type Container,
  type Element,
} from './adaptive-card.ts';
import type { CardData } from './card-data.ts';
import { literalMarkdown } from './literal-text.ts';
import { actionSets, type CardView, renderParts } from './render-card.ts';
import { renderWords } from './render-text.ts';
import { bytesOf, measures, mostBytes, shortenCard } from './shorten-card.ts';

export interface HomeView extends Reader {
  readonly nonce: string;
  /** The forms this person may open from here; none for a customer. */
  readonly forms: readonly FormName[];
}

/** What the button says that opens a form. */
const formTitles: Record<FormName, string> = {
  cadence: 'Check-in cadence',
  'hand-over': 'Pass a page on',
  log: 'Add to timeline',
  milestone: 'Milestone',
  override: 'On-call override',
  page: 'Page someone',
};

/** The home as one card: its cards from top to bottom, then the forms. Presses on it carry `homeView` as their message. */
export function renderHome(cards: readonly Card[], view: HomeView): AdaptiveCard {
  let home = homeCard(cards, view);
  for (const measure of measures) {
    const kept = cards.slice(0, measure.parts).map(card => shortenCard(card, measure));
    home = homeCard(kept, view, cards.length - kept.length);
    if (bytesOf(home) <= mostBytes - room) return home;
  }
  return home;
}

/** What an answer needs around its card. */
const room = 2_048;

function homeCard(cards: readonly Card[], view: HomeView, leftOut = 0): AdaptiveCard {
  const seen: CardView = { ...view, messageId: homeView, isRepeat: false };
  const parts = cards.map(
    (card, index): Container => ({
      type: 'Container',
      items: renderParts(card, seen),
      ...(index > 0 && { separator: true, spacing: 'Medium' }),
    }),
  );
  const more = leftOut > 0 ? [renderWords(`And ${leftOut} more.`, { isSubtle: true })] : [];
  const text = cards.map(card => plainText(card, view)).join('\n\n');
  return adaptiveCard(
    [...parts.filter(({ items }) => items.length > 0), ...more, ...formButtons(view)],
    literalMarkdown(text.slice(0, 2_000)),
  );
}

function formButtons({ forms, nonce }: HomeView): Element[] {
  const items = actionSets(forms.map(form => opener(form, nonce)));
  return items.length > 0 ? [{ type: 'Container', spacing: 'Medium', items }] : [];
}

/** A button that opens a form in a dialog. Teams opens dialogs for Action.Submit alone. */
function opener(form: FormName, nonce: string): CardAction {
  const handrail: CardData = { do: 'open-form', form, nonce };
  return {
    type: 'Action.Submit',
    title: formTitles[form],
    data: { msteams: { type: 'task/fetch' }, handrail },
  };
}
