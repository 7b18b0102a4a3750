import {
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type InvokeResponse,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type TaskModuleRequest,
  type TaskModuleResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { recordOwnWorkspace } from '../../../customers/record-own-workspace.ts';
import { HandrailError } from '../../../shared/errors.ts';
import type { GateParts } from '../gate/mount-gate.ts';
import { meet } from './handle-arrival.ts';
import { handleDialog } from './handle-dialog.ts';
import { handleEdit } from './handle-edit.ts';
import { handleMessage } from './handle-message.ts';
import { handlePress, pressFrom } from './handle-press.ts';
import { handleReaction } from './handle-reaction.ts';
import { handleShortcut } from './handle-shortcut.ts';
import { hookPlaces } from './hook-places.ts';
import { sendShown, showCard } from './show-card.ts';
import type { TeamsContext } from './teams-context.ts';
import { type TeamsTurn, teamsPlatform, turnFrom } from './teams-turn.ts';
import { TurnAdapter, turnOf } from './turn-adapter.ts';

/**
 * Handrail as a bot of botbuilder's, which tells Teams' activities apart and calls what takes each of them in. Resolves
 * with the answer once all is written down; whatever is thrown on the way comes out, so that Teams sends it again.
 */
export function createTeamsBot(context: TeamsContext): GateParts['take'] {
  const bot = new TeamsBot(context);
  hookPeople(bot, context);
  hookPlaces(bot, context);
  const adapter = new TurnAdapter((turn, activity) => sendShown(context, turn, activity));
  return async believed => {
    try {
      return await adapter.process(turnFrom(believed), bot);
    } catch (error) {
      throw error instanceof HookError ? error.cause : error;
    }
  };
}

function hookPeople(bot: TeamsActivityHandler, context: TeamsContext): void {
  bot.onTurn(async (turnContext, next) => {
    if (context.account.kind === 'local') await noteLocalTenant(context, turnOf(turnContext));
    await next();
  });
  bot.onMessage(async turnContext => {
    const turn = turnOf(turnContext);
    await meet(context, turn);
    // A client that knows no invokes sends a press as a message.
    const press = pressFrom(turn.activity.value);
    if (press) await handlePress(context, turn, press);
    else await showCard(turnContext, await handleMessage(context, turn));
  });
  bot.onTeamsMessageEditEvent(turnContext => handleEdit(context, turnOf(turnContext)));
  bot.onMessageReaction(async (turnContext, next) => {
    await meet(context, turnOf(turnContext));
    await next();
  });
  bot.onReactionsAdded(turnContext => handleReaction(context, turnOf(turnContext)));
}

/** Whoever runs the local client is the vendor. */
async function noteLocalTenant({ ports }: TeamsContext, { tenant }: TeamsTurn): Promise<void> {
  await ports.database.trip(trip =>
    recordOwnWorkspace(trip, { platform: teamsPlatform, workspace: tenant }),
  );
}

/**
 * botbuilder answers an invoke by the words of what its hook threw: "NotImplemented" becomes a 501, "BadRequest" a
 * 400, and then Teams sends nothing again. An error of ours goes past it in this.
 */
class HookError extends HandrailError {
  readonly code = 'hook-failed';

  constructor(cause: unknown) {
    super('A hook threw.', { cause });
  }
}

async function runHook<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new HookError(error);
  }
}

/** What is asked of us and answered at once. What is none of ours is left to botbuilder, which answers 501. */
class TeamsBot extends TeamsActivityHandler {
  private readonly context: TeamsContext;

  constructor(context: TeamsContext) {
    super();
    this.context = context;
  }

  protected override async onInvokeActivity(turnContext: TurnContext): Promise<InvokeResponse> {
    await meet(this.context, turnOf(turnContext));
    return super.onInvokeActivity(turnContext);
  }

  protected override async onAdaptiveCardInvoke(
    turnContext: TurnContext,
    invoked: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const press = pressFrom(invoked.action.data);
    const answer =
      press && (await runHook(() => handlePress(this.context, turnOf(turnContext), press)));
    return answer ?? super.onAdaptiveCardInvoke(turnContext, invoked);
  }

  protected override async handleTeamsTaskModuleFetch(
    turnContext: TurnContext,
    request: TaskModuleRequest,
  ): Promise<TaskModuleResponse> {
    const answer = await runHook(() => handleDialog(this.context, turnOf(turnContext), request));
    return answer ?? super.handleTeamsTaskModuleFetch(turnContext, request);
  }

  protected override async handleTeamsTaskModuleSubmit(
    turnContext: TurnContext,
    request: TaskModuleRequest,
  ): Promise<TaskModuleResponse> {
    const answer = await runHook(() => handleDialog(this.context, turnOf(turnContext), request));
    return answer ?? super.handleTeamsTaskModuleSubmit(turnContext, request);
  }

  protected override async handleTeamsMessagingExtensionFetchTask(
    turnContext: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    const answer = await runHook(() => handleShortcut(this.context, turnOf(turnContext), action));
    return answer ?? super.handleTeamsMessagingExtensionFetchTask(turnContext, action);
  }

  protected override async handleTeamsMessagingExtensionSubmitAction(
    turnContext: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    const answer = await runHook(() => handleShortcut(this.context, turnOf(turnContext), action));
    return answer ?? super.handleTeamsMessagingExtensionSubmitAction(turnContext, action);
  }
}
