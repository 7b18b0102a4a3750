import type { Delivered } from '../../../harness/teams/post.ts';
import { buttonsOf, cardsOf, readCard } from '../../../harness/teams/read-card.ts';
import type { Payload } from '../fixture.ts';
import type { Person } from '../northwind.ts';
import type { Abilities, Preview, Said, ShownForm, Told } from '../platform-under-test.ts';
import type { TeamsDoor } from './door.ts';

/** A button of a form, by what it does. */
type Button = 'preview-form' | 'submit-form';

/** Home, the dialogs that are opened from it, and those of a message's menu. */
export function dialogsIn(
  door: TeamsDoor,
  tell: (by: Person, text: string) => Promise<void>,
): Pick<Abilities, 'home' | 'forms' | 'shortcuts'> {
  const { town, fixtures } = door;
  const { teams } = town.stage;

  async function openHome(by: Person) {
    await tell(by, 'home');
    const message = teams.seen(town.chatOf(by)).at(-1);
    return { replyToId: message?.id, card: cardsOf(message ?? {})[0] };
  }

  /** Presses a button of the form in front of somebody, in the way of the dialog it stands in. */
  type Send = (data: Payload) => Payload;

  function formIn(card: unknown, send: Send): ShownForm {
    const press = async (button: Button, values: Payload) => {
      const activity = send({ ...dataOf(card, button), ...values });
      const next = cardIn(await door.deliver(activity));
      return { activity, next };
    };
    return {
      words: wordsOf(card),
      async change(values) {
        const { next } = await press('preview-form', values);
        return formIn(next, send);
      },
      async submit(values) {
        const { activity, next } = await press('submit-form', values);
        if (next) throw new Error(`The form was not taken: ${wordsOf(next)}`);
        return door.again(activity);
      },
    };
  }

  function picked(fixture: string, by: Person, { commandId, on, data }: Picked): Payload {
    const { id, by: author, place, text } = on;
    const about = door.act({ by, where: town.roomOf(place), root: id });
    const { user, name } = town.memberOf(author);
    const messagePayload = { id, from: { user: { id: user, displayName: name } } };
    const value = { commandId, messagePayload, ...(data && { data }) };
    return fixtures.replay(fixture, { ...about, value }, { 'the totals look odd': text });
  }

  return {
    home: { open: async by => wordsOf((await openHome(by)).card) },
    forms: {
      async open(by, name) {
        const { card, replyToId } = await openHome(by);
        const isMeant = ({ data }: { data: Payload }) => formOf(data)?.form === name;
        const button = buttonsOf(card).find(isMeant);
        if (!button) return null;
        const about = () => door.act({ by, where: town.chatOf(by) });
        const value = { data: button.data };
        const fetch = fixtures.replay('task-fetch', { ...about(), replyToId, value });
        const opened = cardIn(await door.deliver(fetch));
        return opened
          ? formIn(opened, data => fixtures.replay('task-submit', { ...about(), value: { data } }))
          : null;
      },
    },
    shortcuts: {
      async pick(by: Person, commandId: string, on: Said): Promise<Told> {
        const activity = picked('message-shortcut', by, { commandId, on });
        await door.deliver(activity);
        return door.again(activity);
      },
      async publish(by: Person, on: Said): Promise<Preview> {
        const commandId = 'handrail_publish';
        const activity = picked('message-shortcut', by, { commandId, on });
        const card = cardIn(await door.deliver(activity));
        const form = formIn(card, data =>
          picked('message-shortcut-submit', by, { commandId, on, data }),
        );
        const values = valuesIn(card);
        const confirm = async () => void (await form.submit(values));
        return { words: [form.words, ...Object.values(values)].join('\n'), confirm };
      },
    },
  };
}

interface Picked {
  readonly commandId: string;
  readonly on: Said;
  readonly data?: Payload;
}

function formOf(data: Payload): { readonly do: string; readonly form: string } | undefined {
  return data.handrail as { do: string; form: string } | undefined;
}

function dataOf(card: unknown, button: Button): Payload {
  const found = buttonsOf(card).find(({ data }) => formOf(data)?.do === button);
  if (!found) throw new Error(`There is no ${button} on: ${wordsOf(card)}`);
  return found.data;
}

/** The card that a dialog shows next; null once it is closed. */
function cardIn({ body }: Delivered): unknown {
  const { task } = body as { task: { type: string; value: { card: { content: unknown } } } };
  return task.type === 'continue' ? task.value.card.content : null;
}

/** What stands in the fields of a dialog as it was opened. */
function valuesIn(card: unknown): Record<string, string> {
  const values: Record<string, string> = {};
  JSON.stringify(card, (_key, node) => {
    if (String(node?.type).startsWith('Input.') && node.value) values[node.id] = node.value;
    return node;
  });
  return values;
}

/** Everything to read on a card, its buttons too. */
function wordsOf(card: unknown): string {
  const labels = buttonsOf(card).map(({ title }) => `[${title}]`);
  return [readCard(card), ...labels].join('\n');
}
