import { isRaw, type Raw } from './check-element.ts';
import type { FakeToken, FakeUser } from './directory.ts';
import { installationOf, type Told } from './events.ts';
import { messageBody } from './message-body.ts';
import type { FakeMessage } from './message-store.ts';
import type { FakeState } from './state.ts';
import type { Envelope } from './towards-us.ts';
import { type FakeView, viewBody } from './views.ts';

/** A button as it stands in a message or view. */
export interface Button {
  readonly blockId: string;
  readonly actionId: string;
  readonly value: string;
  readonly label: string;
  readonly style: string | null;
}

/** Every button in these blocks, in order. */
export function buttonsIn(blocks: unknown): Button[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isRaw).flatMap((block, index) => {
    const elements = [...((block.elements as unknown[]) ?? []), block.accessory].filter(isRaw);
    return elements
      .filter(({ type }) => type === 'button')
      .map(button => ({
        blockId: String(block.block_id ?? `b${index}`),
        actionId: String(button.action_id ?? ''),
        value: String(button.value ?? ''),
        label: String((button.text as Raw | undefined)?.text ?? ''),
        style: typeof button.style === 'string' ? button.style : null,
      }));
  });
}

/** What somebody does with buttons, modals, shortcuts and slash commands, as Slack tells it to an app. */
export function interactions(state: FakeState, responseUrl: () => string) {
  const userOf = (id: string): FakeUser => {
    const user = state.directory.users.get(id);
    if (!user) throw new Error(`The fake has no user ${id}.`);
    return user;
  };

  /** Who did it, where it is installed, and a fresh trigger. */
  function basics(user: FakeUser, token: FakeToken): Raw {
    const { directory, views } = state;
    const enterprise = directory.enterpriseOf(user.team);
    const team = { id: user.team, domain: directory.teams.get(user.team)?.name };
    return {
      user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
      api_app_id: token.appId,
      token: 'verification-token-of-the-fake',
      trigger_id: views.newTrigger(user.id, user.team),
      team: {
        ...team,
        ...(enterprise && { enterprise_id: enterprise, enterprise_name: enterprise }),
      },
      enterprise: enterprise && { id: enterprise, name: enterprise },
      is_enterprise_install: token.isEnterpriseInstall,
    };
  }

  const interactive = (payload: Raw): Envelope => ({ type: 'interactive', payload });

  function pressed(button: Button): Raw[] {
    const { actionId, blockId, value, label, style } = button;
    const text = { type: 'plain_text', text: label, emoji: true };
    const ts = state.messages.nextTs();
    return [
      {
        type: 'button',
        action_id: actionId,
        block_id: blockId,
        text,
        ...(value && { value }),
        ...(style && { style }),
        action_ts: ts,
      },
    ];
  }

  return {
    /** Presses the button for which `isMeant` holds; throws when the message has none. */
    press(by: string, on: FakeMessage, isMeant: (button: Button) => boolean, told: Told = {}) {
      const button = buttonsIn(on.blocks).findLast(isMeant);
      if (!button) throw new Error(`No such button on ${on.channel}/${on.ts}.`);
      const { channel, ts, threadTs } = on;
      const name = state.directory.channels.get(channel)?.name ?? channel;
      const token = installationOf(state, told);
      return interactive({
        type: 'block_actions',
        ...basics(userOf(by), token),
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: false,
          ...(threadTs && { thread_ts: threadTs }),
        },
        channel: { id: channel, name },
        message: messageBody(state, on),
        state: { values: {} },
        response_url: responseUrl(),
        actions: pressed(button),
      });
    },

    /** Presses a button of a view: the home tab, or a modal. */
    pressInView(shown: FakeView, isMeant: (button: Button) => boolean, told: Told = {}) {
      const button = buttonsIn(shown.view.blocks).findLast(isMeant);
      if (!button) throw new Error(`No such button in ${shown.id}.`);
      const token = installationOf(state, told);
      return interactive({
        type: 'block_actions',
        ...basics(userOf(shown.user), token),
        container: { type: 'view', view_id: shown.id },
        view: viewBody(shown, token),
        actions: pressed(button),
      });
    },

    /** Changes one field of a modal whose block has `dispatch_action`; `values` is the whole state. */
    change(shown: FakeView, action: Raw, values: Raw, told: Told = {}) {
      const token = installationOf(state, told);
      return interactive({
        type: 'block_actions',
        ...basics(userOf(shown.user), token),
        container: { type: 'view', view_id: shown.id },
        view: viewBody(shown, token, values),
        actions: [{ ...action, action_ts: state.messages.nextTs() }],
      });
    },

    /** Submits a modal with these values, by block id and action id. */
    submit(shown: FakeView, values: Raw, told: Told = {}) {
      const token = installationOf(state, told);
      return interactive({
        type: 'view_submission',
        ...basics(userOf(shown.user), token),
        view: viewBody(shown, token, values),
        response_urls: [],
      });
    },

    /** A global shortcut. */
    shortcut(by: string, callbackId: string, told: Told = {}) {
      const token = installationOf(state, told);
      const action_ts = state.messages.nextTs();
      return interactive({
        type: 'shortcut',
        ...basics(userOf(by), token),
        callback_id: callbackId,
        action_ts,
      });
    },

    /** A shortcut on a message. */
    messageShortcut(by: string, callbackId: string, on: FakeMessage, told: Told = {}) {
      const token = installationOf(state, told);
      const name = state.directory.channels.get(on.channel)?.name ?? on.channel;
      return interactive({
        type: 'message_action',
        ...basics(userOf(by), token),
        callback_id: callbackId,
        action_ts: state.messages.nextTs(),
        message_ts: on.ts,
        channel: { id: on.channel, name },
        message: messageBody(state, on),
        response_url: responseUrl(),
      });
    },

    /** A slash command. Slack refuses them for people of other workspaces, and so does the fake. */
    command(
      by: string,
      channel: string,
      text: string,
      told: Told & { command?: string } = {},
    ): Envelope {
      const user = userOf(by);
      const token = installationOf(state, told);
      if (user.team !== token.team && !token.isEnterpriseInstall) {
        throw new Error('Slack has no slash commands of ours for people of another workspace.');
      }
      const enterprise = state.directory.enterpriseOf(user.team);
      return {
        type: 'slash_commands',
        payload: {
          token: 'verification-token-of-the-fake',
          team_id: user.team,
          team_domain: state.directory.teams.get(user.team)?.name,
          ...(enterprise && { enterprise_id: enterprise, enterprise_name: enterprise }),
          channel_id: channel,
          channel_name: state.directory.channels.get(channel)?.name ?? 'directmessage',
          user_id: user.id,
          user_name: user.name,
          command: told.command ?? '/handrail',
          text,
          api_app_id: token.appId,
          is_enterprise_install: String(token.isEnterpriseInstall),
          response_url: responseUrl(),
          trigger_id: state.views.newTrigger(user.id, user.team),
        },
      };
    },
  };
}
