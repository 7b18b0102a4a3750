import { internal, strong, type Text, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';

/** How a task ended: somebody did it, or somebody on the customer's side spoke and there is nothing left to do. */
export interface ClosedTask {
  readonly how: 'done' | 'spoke';
  readonly byName: string;
  readonly at: Date;
}

/** What somebody on the customer's side asked a person: they wait for an answer. */
export const questionKinds: readonly string[] = ['planning', 'purchase', 'billing'];

/** A task as its card shows it. */
export interface ShownTask {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly text: string;
  readonly kind?: string;
  readonly closed?: ClosedTask;
}

/** A page that reached a manager: only whoever it reached ends it. */
export const managementKind = 'management';

/** What somebody else is told who would end it. */
export const notTheirsWords = 'Only whoever it reached says that it is solved.';

/** The task by which a page stays its manager's; its message is the morning's. */
export function managementKey(pageId: string): string {
  return `management:${pageId}`;
}

/** The message that tells of a task. */
export function taskKey(taskId: string): string {
  return `task:${taskId}`;
}

/** The message that tells somebody of a task that was another's before. */
export function movedTaskKey(taskId: string, toId: string): string {
  return `task:${taskId}:${toId}`;
}

/** A morning brief once one of its tasks is done: its button is gone, and who did it when stands below. */
export function withTaskDone(
  brief: Card,
  { id, text, closed }: Pick<ShownTask, 'id' | 'text'> & Required<Pick<ShownTask, 'closed'>>,
): Card<'internal'> {
  return internalCard('morning', brief.customerId, {
    ...brief,
    body: [...brief.body, internal`✅ ${text}: ${endOf('done', closed)}`],
    actions: (brief.actions ?? []).filter(({ subject }) => subject !== id),
  });
}

/** The card of a task: what to do and one button; once closed, who closed it and when. */
export function taskCard({
  id,
  customerId,
  customerName,
  text,
  kind = '',
  closed,
}: ShownTask): Card<'internal'> {
  const heading = internal`${strong(openly(customerName))}`;
  if (closed) {
    return internalCard('task', customerId, {
      heading,
      body: [internal`${text}`],
      foot: internal`✅ ${endOf('Done', closed)}`,
    });
  }
  return internalCard('task', customerId, {
    heading,
    body: [internal`${text}`],
    actions: [{ id: 'task.close', label: 'Done', subject: id }],
    ...(questionKinds.includes(kind) && {
      foot: internal`"done shared: …" answers them, where they asked.`,
    }),
  });
}

function endOf(done: 'Done' | 'done', { how, byName, at }: ClosedTask): Text<'internal'> {
  return how === 'spoke'
    ? internal`${byName} has spoken, ${time(at)}. Nothing left to do.`
    : internal`${done} by ${byName}, ${time(at)}.`;
}
