import { isRaw, type Raw } from '../../../harness/slack/check-element.ts';
import { type Button, buttonsIn } from '../../../harness/slack/interactions.ts';
import { readBlocks } from '../../../harness/slack/read-blocks.ts';
import { botToken } from '../../../harness/slack/slack-settings.ts';
import { type FakeView, viewBody } from '../../../harness/slack/views.ts';
import { until } from '../../slack/front.ts';
import type { Payload } from '../fixture.ts';
import type { Person } from '../northwind.ts';
import type { Abilities, ShownForm } from '../platform-under-test.ts';
import type { SlackDoor } from './door.ts';
import { userOf } from './town.ts';

/** Home, and the forms that are opened from it and from anywhere. */
export function viewsIn(door: SlackDoor): Pick<Abilities, 'home' | 'forms'> {
  const { slack, fixtures } = door;

  /** What somebody has in front of them after something was done; it comes a moment after the answer. */
  async function viewAfter(by: Person, method: string, work: Promise<unknown>): Promise<FakeView> {
    const answered = () => slack.callsOf(method).filter(({ answer }) => answer?.ok === true).length;
    const before = answered();
    await work;
    await until(() => answered() > before);
    const type = method === 'views.publish' ? 'home' : 'modal';
    const isTheirs = (view: FakeView) => view.type === type && view.user === userOf(by);
    const view = slack.views.open.findLast(isTheirs);
    if (!view) throw new Error(`${by} has nothing in front of them after ${method}.`);
    return structuredClone(view);
  }

  function openHome(by: Person): Promise<FakeView> {
    const event = { user: userOf(by), channel: door.directOf(by) };
    const work = door.hand('events_api', door.event('app-home-opened', event));
    return viewAfter(by, 'views.publish', work);
  }

  function formIn(by: Person, modal: FakeView): ShownForm {
    const view = (values: Payload) => bodyOf(modal, stateOf(modal, values));
    return {
      words: wordsOf(modal),
      async change(values) {
        const [field = ''] = Object.keys(values);
        const chosen = stateOf(modal, values)[field]?.[field];
        const named = { action_id: field, block_id: field, action_ts: slack.messages.nextTs() };
        const payload = fixtures.replay('block-actions-modal', {
          ...door.actor(by),
          container: { view_id: modal.id },
          view: view(values),
          actions: [{ ...chosen, ...named }],
        });
        const work = door.hand('interactive', payload);
        return formIn(by, await viewAfter(by, 'views.update', work));
      },
      async submit(values) {
        const submission = { ...door.actor(by), view: view(values) };
        const payload = fixtures.replay('view-submission', submission);
        const answer = await door.hand('interactive', payload);
        if (answer !== '') throw new Error(`The form was not taken: ${answer}`);
        return door.again('interactive', payload);
      },
    };
  }

  function bodyOf(view: FakeView, state: Payload = {}): Payload {
    return viewBody(view, slack.directory.tokens.get(botToken) ?? null, state as Raw);
  }

  return {
    home: { open: async by => wordsOf(await openHome(by)) },
    forms: {
      async open(by, name) {
        // A page is offered from anywhere, the other forms on Home.
        if (name === 'page') {
          const acted = { ...door.actor(by), action_ts: slack.messages.nextTs() };
          const work = door.hand('interactive', fixtures.replay('global-shortcut', acted));
          const modal = await viewAfter(by, 'views.open', work);
          return modal.view.submit ? formIn(by, modal) : null;
        }
        const home = await openHome(by);
        const isMeant = ({ actionId }: Button) => actionId === `handrail.form:${name}`;
        const button = buttonsIn(home.view.blocks).find(isMeant);
        if (!button) return null;
        const payload = fixtures.replay('block-actions-home', {
          ...door.actor(by),
          container: { view_id: home.id },
          view: bodyOf(home),
          actions: [door.action(button)],
        });
        const work = door.hand('interactive', payload);
        return formIn(by, await viewAfter(by, 'views.open', work));
      },
    },
  };
}

/** Everything to read in a view, its buttons too. */
function wordsOf({ view }: FakeView): string {
  const labels = buttonsIn(view.blocks).map(({ label }) => `[${label}]`);
  return [readBlocks(view.blocks), ...labels].join('\n');
}

/** Values as Slack keeps them in a view: by block and action, each in the way of its element. */
function stateOf({ view }: FakeView, values: Payload): Record<string, Record<string, Raw>> {
  const blocks = (view.blocks as unknown[]).filter(isRaw);
  const inputs = blocks.filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id: id, element }) => [
      String(id),
      { [String(id)]: fieldOf(element as Raw, values[String(id)]) },
    ]),
  );
}

function fieldOf({ type, initial_option, initial_value }: Raw, value: unknown): Raw {
  if (type !== 'static_select') return { type, value: value ?? initial_value ?? null };
  if (value === undefined) return { type, selected_option: initial_option ?? null };
  const text = { type: 'plain_text', text: String(value), emoji: false };
  return { type, selected_option: { text, value } };
}
