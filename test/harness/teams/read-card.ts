/** A button of a card: what it says, and what pressing it sends. */
export interface CardButton {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type CardNode = Readonly<Record<string, unknown>>;

/** The words of a card as somebody reads them, a block a line; what is in its buttons is left out. */
export function readCard(card: unknown): string {
  return nodesIn(card)
    .flatMap(node => {
      if (node.type === 'TextBlock') return [String(node.text)];
      if (node.type !== 'RichTextBlock') return [];
      return [
        nodesIn(node.inlines)
          .map(({ text }) => String(text ?? ''))
          .join(''),
      ];
    })
    .join('\n');
}

/** Its buttons, from the first to the last. */
export function buttonsOf(card: unknown): CardButton[] {
  return nodesIn(card)
    .filter(({ type }) => String(type).startsWith('Action.'))
    .map(({ title, data }) => ({
      title: String(title),
      data: typeof data === 'object' && data !== null ? (data as CardNode) : {},
    }));
}

/** The cards of an activity. */
export function cardsOf({ attachments }: CardNode): unknown[] {
  const all = Array.isArray(attachments) ? (attachments as CardNode[]) : [];
  return all.map(({ content }) => content);
}

/** Every node of a card in the order in which it is drawn; what stands in for a node in old clients is not drawn. */
function nodesIn(value: unknown): CardNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as CardNode;
  const inner = ['body', 'items', 'columns', 'inlines', 'actions'].flatMap(key =>
    nodesIn(node[key]),
  );
  return [node, ...inner];
}
