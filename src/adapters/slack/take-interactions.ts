import type { Inbound } from '../../conversation/arrival/inbound.ts';
import { unreachable } from '../../shared/errors.ts';
import type { Ack, Takers } from './bolt-app.ts';
import { type Desk, writeDown } from './desk.ts';
import type { Installation } from './installation.ts';
import { formNameFrom, refusalModal } from './modal.ts';
import type {
  BlockActions,
  GlobalShortcut,
  MessageShortcut,
  PayloadUser,
  SlashCommand,
  ViewSubmission,
} from './payloads.ts';
import { isDirectChannel } from './platform.ts';
import { publishHome } from './publish-home.ts';
import { askOf, followForm, showForm } from './show-form.ts';
import { translateCommand, translatePress, translateShortcut } from './translate-act.ts';
import { mentionedUsers } from './words.ts';

/** Everything people do besides writing: buttons, shortcuts, forms, the slash command. */
export function interactionTakers(desk: Desk): Omit<Takers, 'event'> {
  return {
    actions: (installation, body) => takeActions(desk, installation, body),
    messageShortcut: (installation, body) => takeMessageShortcut(desk, installation, body),
    shortcut: (installation, body) => takeShortcut(desk, installation, body),
    submission: (installation, body) => takeSubmission(desk, installation, body),
    command: (installation, body) => takeCommand(desk, installation, body),
  };
}

function whoIs({ speakers }: Desk, installation: Installation, user: PayloadUser) {
  return speakers.find(installation, { user: user.id, teams: [user.team_id] });
}

/** A button of a message or of Home, a button that opens a form, or a field of an open form. */
async function takeActions(
  desk: Desk,
  installation: Installation,
  body: BlockActions,
): Promise<Ack> {
  const { view, trigger_id: triggerId } = body;
  const from = await whoIs(desk, installation, body.user);
  const name = formNameFrom(body.actions[0]?.action_id ?? '');
  if (name && triggerId) {
    showForm(desk, installation, { name, from, triggerId });
    return undefined;
  }
  if (view?.type === 'modal') {
    followForm(desk, installation, { view, from });
    return undefined;
  }
  const inbound = translatePress(body, installation, from);
  if (!inbound) return undefined;
  await writeDown(desk, inbound);
  if (view?.type === 'home') {
    desk.aftermath.begin('show Home again', async () => {
      if (await desk.aftermath.handled(inbound.id)) await publishHome(desk, installation, from);
    });
  }
  return undefined;
}

/** "Add to timeline", "Publish to customer", "Page about this" on a message. */
async function takeMessageShortcut(
  desk: Desk,
  installation: Installation,
  body: MessageShortcut,
): Promise<Ack> {
  const { message } = body;
  const [from, names, author] = await Promise.all([
    whoIs(desk, installation, body.user),
    desk.speakers.names(installation, mentionedUsers(message.text ?? '')),
    authorOf(desk, installation, message),
  ]);
  const inbound = translateShortcut(body, installation, { from, author, names });
  if (inbound) await writeDown(desk, inbound);
  return undefined;
}

async function authorOf(
  { speakers }: Desk,
  installation: Installation,
  { user, bot_id: bot, user_team: userTeam, team }: MessageShortcut['message'],
): Promise<Inbound['from'] | null> {
  if (!user || bot || user === installation.botUserId) return null;
  return speakers.find(installation, { user, teams: [userTeam, team] });
}

/** "Page about a customer", from anywhere. */
async function takeShortcut(
  desk: Desk,
  installation: Installation,
  body: GlobalShortcut,
): Promise<Ack> {
  if (body.callback_id !== 'handrail_page_customer') return undefined;
  const from = await whoIs(desk, installation, body.user);
  showForm(desk, installation, { name: 'page', from, triggerId: body.trigger_id });
  return undefined;
}

/** A filled-in form: the command it means, or what is wrong with which field. */
async function takeSubmission(
  desk: Desk,
  installation: Installation,
  { user, view }: ViewSubmission,
): Promise<Ack> {
  const from = await whoIs(desk, installation, user);
  const ask = askOf(view, from);
  if (!ask) return undefined;
  const reading = await desk.world.readForm(ask);
  switch (reading.outcome) {
    case 'refused':
      return { response_action: 'update', view: refusalModal() };
    case 'wrong':
      return { response_action: 'errors', errors: reading.problems };
    case 'command': {
      const { command, words } = reading;
      await writeDown(desk, {
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
  desk: Desk,
  installation: Installation,
  body: SlashCommand,
): Promise<Ack> {
  const teams = [body.team_id, body.enterprise_id];
  const mentioned = mentionedUsers(body.text ?? '');
  const [from, names] = await Promise.all([
    desk.speakers.find(installation, { user: body.user_id, teams }),
    desk.speakers.names(installation, mentioned),
  ]);
  await writeDown(desk, translateCommand(body, installation, { from, names }));
  if (isDirectChannel(body.channel_id)) return undefined;
  return { response_type: 'ephemeral', text: "I'm answering you in our direct messages." };
}
