import { shared, time, words } from '../../delivery/audience.ts';
import { openly } from '../../timeline/event.ts';
import type { Reply } from '../replies/reply.ts';
import { said } from './said.ts';
import type { TheirPage } from './their-page.ts';

/** Asked where "I have it" could mean several pages: nothing is taken, and they ring on. */
export function whichPage(pages: readonly TheirPage[]): Reply {
  const names = pages.map(
    ({ customerName, raisedAt }) => shared`${words(openly(customerName))}, since ${time(raisedAt)}`,
  );
  return said(
    null,
    shared`Which one? Type "I have it:" and the name, or press the button on its card:`,
    ...names,
  );
}
