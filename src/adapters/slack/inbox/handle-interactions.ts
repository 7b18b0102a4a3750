import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { unreachable } from '../../../shared/errors.ts';
import type { Ack, Handlers } from '../gate/bolt-app.ts';
import type {
  BlockActions,
  GlobalShortcut,
  MessageShortcut,
  PayloadUser,
  SlashCommand,
  ViewSubmission,
} from '../gate/payloads.ts';
import type { Installation } from '../workspace/installation.ts';
import { isDirectChannel } from '../workspace/platform.ts';
import { isSoonHandled } from './mark-progress.ts';
import { formNameFrom, refusalModal } from './modal.ts';
import { publishHome } from './publish-home.ts';
import { askOf, followForm, showForm } from './show-form.ts';
import { receive, type SlackContext } from './slack-context.ts';
import { mentionedUsers } from './slack-words.ts';
import { translateCommand, translatePress, translateShortcut } from './translate-act.ts';

/** Everything people do besides writing: buttons, shortcuts, forms, the slash command. */
export function interactionHandlers(context: SlackContext): Omit<Handlers, 'event'> {
  return {
    actions: (installation, body) => takeActions(context, installation, body),
    messageShortcut: (installation, body) => takeMessageShortcut(context, installation, body),
    shortcut: (installation, body) => handleShortcut(context, installation, body),
    submission: (installation, body) => takeSubmission(context, installation, body),
    command: (installation, body) => takeCommand(context, installation, body),
  };
}

function whoIs({ speakers }: SlackContext, installation: Installation, user: PayloadUser) {
  return speakers.find(installation, { user: user.id, teams: [user.team_id] });
}

/** A button of a message or of Home, a button that opens a form, or a field of an open form. */
async function takeActions(
  context: SlackContext,
  installation: Installation,
  body: BlockActions,
): Promise<Ack> {
  const { view, trigger_id: triggerId } = body;
  const from = await whoIs(context, installation, body.user);
  const name = formNameFrom(body.actions[0]?.action_id ?? '');
  if (name && triggerId) {
    showForm(context, installation, { name, from, triggerId });
    return undefined;
  }
  if (view?.type === 'modal') {
    followForm(context, installation, { view, from });
    return undefined;
  }
  const inbound = translatePress(body, installation, from);
  if (!inbound) return undefined;
  await receive(context, inbound);
  if (view?.type === 'home') {
    context.background.begin('show Home again', async () => {
      if (await isSoonHandled(context, inbound.id)) await publishHome(context, installation, from);
    });
  }
  return undefined;
}

/** "Add to timeline", "Publish to customer", "Page about this" on a message. */
async function takeMessageShortcut(
  context: SlackContext,
  installation: Installation,
  body: MessageShortcut,
): Promise<Ack> {
  const { message } = body;
  const [from, names, author] = await Promise.all([
    whoIs(context, installation, body.user),
    context.speakers.names(installation, mentionedUsers(message.text ?? '')),
    authorOf(context, installation, message),
  ]);
  const inbound = translateShortcut(body, installation, { from, author, names });
  if (inbound) await receive(context, inbound);
  return undefined;
}

async function authorOf(
  { speakers }: SlackContext,
  installation: Installation,
  { user, bot_id: bot, user_team: userTeam, team }: MessageShortcut['message'],
): Promise<Inbound['from'] | null> {
  if (!user || bot || user === installation.botUserId) return null;
  return speakers.find(installation, { user, teams: [userTeam, team] });
}

/** "Page about a customer", from anywhere. */
async function handleShortcut(
  context: SlackContext,
  installation: Installation,
  body: GlobalShortcut,
): Promise<Ack> {
  if (body.callback_id !== 'handrail_page_customer') return undefined;
  const from = await whoIs(context, installation, body.user);
  showForm(context, installation, { name: 'page', from, triggerId: body.trigger_id });
  return undefined;
}

/** A filled-in form: the command it means, or what is wrong with which field. */
async function takeSubmission(
  context: SlackContext,
  installation: Installation,
  { user, view }: ViewSubmission,
): Promise<Ack> {
  const from = await whoIs(context, installation, user);
  const ask = askOf(view, from);
  if (!ask) return undefined;
  const reading = await context.world.readForm(ask);
  switch (reading.outcome) {
    case 'refused':
      return { response_action: 'update', view: refusalModal() };
    case 'wrong':
      return { response_action: 'errors', errors: reading.problems };
    case 'command': {
      const { command, words } = reading;
      await receive(context, {
        id: `slack:form:${view.id}:${view.hash ?? ''}`,
        from,
        in: null,
        addressed: true,
        quietly: true,
        threadOf: null,
        said: { kind: 'command', command, words, about: null },
      });
      return undefined;
    }
    default:
      return unreachable(reading);
  }
}

/** `/handrail …`: taken like words said to us directly. */
async function takeCommand(
  context: SlackContext,
  installation: Installation,
  body: SlashCommand,
): Promise<Ack> {
  const teams = [body.team_id, body.enterprise_id];
  const mentioned = mentionedUsers(body.text ?? '');
  const [from, names] = await Promise.all([
    context.speakers.find(installation, { user: body.user_id, teams }),
    context.speakers.names(installation, mentioned),
  ]);
  await receive(context, translateCommand(body, installation, { from, names }));
  if (isDirectChannel(body.channel_id)) return undefined;
  return { response_type: 'ephemeral', text: "I'm answering you in our direct messages." };
}
