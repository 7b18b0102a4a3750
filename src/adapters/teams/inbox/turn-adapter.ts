import {
  type Activity,
  type ActivityHandler,
  BotAdapter,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { InvariantError, propertyOf } from '../../../shared/errors.ts';
import type { TeamsActivity } from '../gate/activity.ts';
import type { TeamsTurn } from './teams-turn.ts';

/** Shows what a hook says in its turn, where the turn is. */
export type Show = (turn: TeamsTurn, activity: Partial<Activity>) => Promise<void>;

const turnKey = Symbol('the turn as we know it');

/** The turn that this context of botbuilder's is about. */
export function turnOf(turnContext: TurnContext): TeamsTurn {
  const turn = turnContext.turnState.get<TeamsTurn | undefined>(turnKey);
  if (!turn) throw new InvariantError('A context of botbuilder without its turn.');
  return turn;
}

/**
 * Our own adapter in the place of botbuilder's, which would open connections: the gate is before it, and it sends
 * nothing itself. What a hook answers to an invoke becomes the answer of the request; what it says beside that
 * goes to `show`; everything else we say goes through delivery. Errors come out of `process`: it has no `onTurnError`.
 */
export class TurnAdapter extends BotAdapter {
  private readonly show: Show;

  constructor(show: Show) {
    super();
    this.show = show;
  }

  /** Gives the turn to the bot; resolves with what Teams is answered once all of it is done. */
  async process(turn: TeamsTurn, bot: ActivityHandler): Promise<InvokeResponse> {
    const turnContext = new TurnContext(this, seenByBotbuilder(turn.activity));
    turnContext.turnState.set(turnKey, turn);
    await this.runMiddleware(turnContext, revocable => bot.run(revocable));
    if (turn.activity.type !== 'invoke') return { status: 200 };
    const answer = turnContext.turnState.get<Partial<Activity> | undefined>(INVOKE_RESPONSE_KEY);
    return answer?.value ?? { status: 501 };
  }

  override async sendActivities(
    turnContext: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      if (activity.type === 'invokeResponse')
        turnContext.turnState.set(INVOKE_RESPONSE_KEY, activity);
      else if (activity.type === 'message') await this.show(turnOf(turnContext), activity);
      else throw new InvariantError(`A hook sent an activity of type ${activity.type}.`);
    }
    return activities.map(() => ({ id: '' }));
  }

  override async updateActivity(): Promise<void> {
    throw new InvariantError('What stands in Teams is changed by delivery alone.');
  }

  override async deleteActivity(): Promise<void> {
    throw new InvariantError('Nothing that stands in Teams is taken away.');
  }

  override async continueConversation(): Promise<void> {
    throw new InvariantError('What nobody asked for is said through delivery.');
  }
}

/**
 * As much as botbuilder needs to tell what it is. It reads some of a value without looking whether that is what it
 * should be (`value.action.type`), and takes the local client for no Teams.
 */
function seenByBotbuilder(activity: TeamsActivity): Partial<Activity> {
  return { ...activity, channelId: 'msteams', value: seenValue(activity) };
}

function seenValue({ name, value }: TeamsActivity): object {
  if (name !== 'adaptiveCard/action')
    return typeof value === 'object' && value !== null ? value : {};
  const data = propertyOf(propertyOf(value, 'action'), 'data');
  return { action: { type: 'Action.Execute', data } };
}
