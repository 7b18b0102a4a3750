import type { TeamsActivityHandler, TurnContext } from 'botbuilder';
import { handleArrival } from './handle-arrival.ts';
import {
  handlePlace,
  isFarewell,
  left,
  membersWordOf,
  type PlaceWord,
  sharingWordOf,
} from './handle-place.ts';
import { showCard } from './show-card.ts';
import type { TeamsContext } from './teams-context.ts';
import type { TeamsTurn } from './teams-turn.ts';
import { turnOf } from './turn-adapter.ts';

/** Hooks the bot up with what Teams tells of places: that we came or went, and what becomes of channels and teams. */
export function hookPlaces(bot: TeamsActivityHandler, context: TeamsContext): void {
  const arrive = async (turnContext: TurnContext) =>
    showCard(turnContext, await handleArrival(context, placeTurnOf(turnContext)));
  const hear = async (turnContext: TurnContext, word: PlaceWord | null) =>
    word ? handlePlace(context, placeTurnOf(turnContext), word) : undefined;

  bot.onConversationUpdate(async (turnContext, next) => {
    const { activity } = turnOf(turnContext);
    if (!isFarewell(activity)) await arrive(turnContext);
    // botbuilder knows nothing of shared channels: what happens to them has no hook.
    await hear(turnContext, sharingWordOf(activity));
    await next();
  });
  // Not `onTeamsMembersAddedEvent`: before it calls anybody it asks the connector for each who was added.
  const members = async (turnContext: TurnContext) =>
    hear(turnContext, membersWordOf(turnOf(turnContext).activity));
  bot.onMembersAdded(members);
  bot.onMembersRemoved(members);
  // Not its two hooks for coming and leaving: they take an upgrade of the app for one of them.
  bot.onInstallationUpdate(async turnContext => {
    const isRemoved = turnOf(turnContext).activity.action === 'remove';
    await (isRemoved ? hear(turnContext, left) : arrive(turnContext));
  });

  const channel = (word: PlaceWord) => (_channel: unknown, _team: unknown, where: TurnContext) =>
    hear(where, word);
  bot.onTeamsChannelRenamedEvent(channel({ kind: 'changed', to: 'conversation' }));
  bot.onTeamsChannelDeletedEvent(channel({ kind: 'archived', to: 'conversation' }));
  bot.onTeamsChannelRestoredEvent(channel({ kind: 'reopened', to: 'conversation' }));
  const team = (word: PlaceWord) => (_team: unknown, where: TurnContext) => hear(where, word);
  bot.onTeamsTeamArchivedEvent(team({ kind: 'archived', to: 'team' }));
  bot.onTeamsTeamUnarchivedEvent(team({ kind: 'reopened', to: 'team' }));
  bot.onTeamsTeamRestoredEvent(team({ kind: 'reopened', to: 'team' }));
  bot.onTeamsTeamDeletedEvent(team(left));
  bot.onTeamsTeamHardDeletedEvent(team(left));
}

/** The turn in the channel it is about: it may be told in another one. */
function placeTurnOf(turnContext: TurnContext): TeamsTurn {
  const turn = turnOf(turnContext);
  const id = turn.activity.channelData.channel?.id;
  return id && turn.kind !== 'personal' ? { ...turn, conversation: id, kind: 'channel' } : turn;
}
