import { find, type Names } from './names.ts';
import type { Rough } from './rough.ts';
import type { Path } from './source.ts';

type RoughHook = Rough['hooks'][number];

/** Hooks: that they are about customers of this file, do something, and tell customers nothing by accident. */
export function checkHooks(names: Names): void {
  const ids = new Set<string>();
  names.setup.hooks.forEach((hook, index) => {
    const path: Path = ['hooks', index];
    if (hook.id !== null && ids.has(hook.id))
      find(
        names,
        [...path, 'id'],
        `there is already a hook "${hook.id}". Give this one another id.`,
      );
    ids.add(hook.id ?? '');
    for (const { id, at } of customersOf(hook))
      if (!names.customers.has(id))
        find(names, [...path, 'customer', ...at], names.customers.missing(id));
    if (hook.like === null && hook.rules.length === 0)
      find(names, path, 'it does nothing; write rules, or like: and the name of ready ones.');
    checkRules(names, hook, path);
  });
}

function customersOf({ customer }: RoughHook): { id: string; at: string[] }[] {
  if (typeof customer === 'string') return [{ id: customer, at: [] }];
  return Object.entries(customer.is).map(([name, id]) => ({ id, at: ['is', name] }));
}

const mayNot = 'the customer reads it; write publish: true at the hook if that is meant.';

function checkRules(names: Names, hook: RoughHook, path: Path): void {
  hook.rules.forEach(({ event, move, page }, index) => {
    const at = [...path, 'rules', index];
    if (!event && !move && !page) find(names, at, 'it does nothing; write event, move or page.');
    if (hook.publish) return;
    if (move) find(names, [...at, 'move'], mayNot);
    if (event?.visibility === 'shared') find(names, [...at, 'event', 'visibility'], mayNot);
    if (page?.visibility === 'shared') find(names, [...at, 'page', 'visibility'], mayNot);
  });
}
