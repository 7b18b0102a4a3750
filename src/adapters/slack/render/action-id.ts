import { type ActionId, actionIds } from '../../../delivery/card.ts';

/** Action ids differ within a block, so buttons are numbered: "choice.pick#2". */
export function numberedAction(id: ActionId, index: number): string {
  return `${id}#${index}`;
}

/** Which of our actions a numbered id means; null for anything else. */
export function actionFrom(actionId: string): ActionId | null {
  const [name] = actionId.split('#', 1);
  return actionIds.find(id => id === name) ?? null;
}
