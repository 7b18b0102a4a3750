type Node = Readonly<Record<string, unknown>>;

/** What each kind of element needs, and since which version of Adaptive Cards it exists. */
const kinds: Readonly<
  Record<string, { readonly since: number; readonly needs?: readonly string[] }>
> = {
  TextBlock: { since: 1.0, needs: ['text'] },
  TextRun: { since: 1.2, needs: ['text'] },
  RichTextBlock: { since: 1.2, needs: ['inlines'] },
  Container: { since: 1.0, needs: ['items'] },
  ColumnSet: { since: 1.0 },
  Column: { since: 1.0 },
  FactSet: { since: 1.0, needs: ['facts'] },
  Image: { since: 1.0, needs: ['url'] },
  ImageSet: { since: 1.0, needs: ['images'] },
  ActionSet: { since: 1.2, needs: ['actions'] },
  Table: { since: 1.5 },
  TableRow: { since: 1.5 },
  TableCell: { since: 1.5, needs: ['items'] },
  'Input.Text': { since: 1.0, needs: ['id'] },
  'Input.Number': { since: 1.0, needs: ['id'] },
  'Input.Date': { since: 1.0, needs: ['id'] },
  'Input.Time': { since: 1.0, needs: ['id'] },
  'Input.Toggle': { since: 1.0, needs: ['id', 'title'] },
  'Input.ChoiceSet': { since: 1.0, needs: ['id', 'choices'] },
  'Action.OpenUrl': { since: 1.0, needs: ['url'] },
  'Action.Submit': { since: 1.0 },
  'Action.ShowCard': { since: 1.0, needs: ['card'] },
  'Action.ToggleVisibility': { since: 1.2, needs: ['targetElements'] },
  'Action.Execute': { since: 1.4 },
};

/** Fields that hold other elements. */
const inside = [
  'body',
  'items',
  'columns',
  'actions',
  'inlines',
  'images',
  'rows',
  'cells',
  'card',
  'fallback',
  'selectAction',
];

/** Teams shows at most so many buttons in one row of actions. */
const mostActions = 6;

/** What Teams would not show of this Adaptive Card, as "where: what"; empty when it is sound and at most version 1.5. */
export function cardProblems(card: unknown): string[] {
  if (!isNode(card)) return ['card: is no object'];
  const problems: string[] = [];
  if (card.type !== 'AdaptiveCard') problems.push(`card: type is ${String(card.type)}`);
  const version = Number(card.version);
  if (!(version >= 1.0 && version <= 1.5)) problems.push(`card: version is ${card.version}`);
  checkInside(card, { version, path: 'card', problems });
  return problems;
}

interface Looking {
  readonly version: number;
  readonly path: string;
  readonly problems: string[];
}

function checkInside(node: Node, { version, path, problems }: Looking): void {
  for (const field of inside) {
    const value = node[field];
    if (value === undefined || (field === 'fallback' && value === 'drop')) continue;
    const list = Array.isArray(value) ? value : [value];
    if (field === 'actions' && list.filter(isPrimary).length > mostActions)
      problems.push(`${path}.actions: more than ${mostActions}`);
    list.forEach((each, index) => {
      check(each, { version, path: `${path}.${field}[${index}]`, problems });
    });
  }
}

function isPrimary(action: unknown): boolean {
  return !(isNode(action) && action.mode === 'secondary');
}

function check(value: unknown, looking: Looking): void {
  const { version, path, problems } = looking;
  // An inline may be a plain text.
  if (typeof value === 'string' && path.includes('.inlines[')) return;
  if (!isNode(value)) {
    problems.push(`${path}: is no object`);
    return;
  }
  const type = typeof value.type === 'string' ? value.type : defaultType(path);
  if (type === 'AdaptiveCard') {
    checkInside(value, looking);
    return;
  }
  const kind = kinds[type];
  if (!kind) {
    problems.push(`${path}: there is no ${type} in version 1.5`);
    return;
  }
  if (kind.since > version) problems.push(`${path}: ${type} needs version ${kind.since}`);
  for (const field of kind.needs ?? []) {
    if (value[field] === undefined || value[field] === '')
      problems.push(`${path}: ${type} has no ${field}`);
  }
  if (
    type.startsWith('Action.') &&
    typeof value.title !== 'string' &&
    !path.includes('selectAction')
  )
    problems.push(`${path}: ${type} has no title`);
  checkInside(value, looking);
}

function defaultType(path: string): string {
  if (/\.columns\[\d+\]$/.test(path)) return 'Column';
  if (/\.rows\[\d+\]$/.test(path)) return 'TableRow';
  if (/\.cells\[\d+\]$/.test(path)) return 'TableCell';
  return 'nothing';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
