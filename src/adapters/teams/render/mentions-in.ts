import type { Card } from '../../../delivery/card.ts';
import type { Mentions } from '../../../delivery/surface.ts';
import { literalText } from './literal-text.ts';

/** Somebody who is notified; `text` must stand in the message word for word. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations */
export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** Everybody a card mentions whose account is known, each once. */
export function mentionsIn(
  { heading, body, facts = [] }: Card,
  mentions: Mentions = new Map(),
): MentionEntity[] {
  const texts = [...(heading ? [heading] : []), ...body, ...facts.map(({ text }) => text)];
  const named = new Map<string, string>();
  for (const span of texts.flatMap(({ spans }) => spans)) {
    if (span.kind === 'person') named.set(span.personId, span.text);
  }
  return [...named].flatMap(([personId, name]) => {
    const id = mentions.get(personId);
    if (!id) return [];
    // Inside the tags a name is markup.
    const shown = literalText(name).replace(/[<>&]/g, '');
    return [
      { type: 'mention', text: `<at>${shown}</at>`, mentioned: { id, name: shown } } as const,
    ];
  });
}
