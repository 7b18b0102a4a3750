/** What of Adaptive Cards 1.5 we use. https://adaptivecards.io/explorer */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
}

/** A run of characters shown as they are: unlike a TextBlock, it reads no markdown. */
export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium';
  readonly isSubtle?: true;
  readonly italic?: true;
  readonly color?: 'Attention' | 'Warning';
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis' | 'attention' | 'warning';
  /** Its ground reaches the edges of the card. */
  readonly bleed?: true;
  readonly separator?: true;
  readonly spacing?: Spacing;
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
  readonly spacing?: Spacing;
}

export interface CardAction {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  readonly associatedInputs?: 'auto' | 'none';
  /** What a client that does not know the action shows in its place. */
  readonly fallback?: CardAction;
}

interface InputBasics {
  readonly id: string;
  readonly label?: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
  readonly value?: string;
  readonly spacing?: Spacing;
}

export type Input =
  | (InputBasics & {
      readonly type: 'Input.Text';
      readonly isMultiline?: true;
      readonly maxLength?: number;
      readonly placeholder?: string;
    })
  | (InputBasics & {
      readonly type: 'Input.ChoiceSet';
      readonly style: 'compact' | 'expanded' | 'filtered';
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    })
  | (InputBasics & { readonly type: 'Input.Date' | 'Input.Time' });

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly {
    readonly type: 'Column';
    readonly width: 'stretch' | 'auto';
    readonly items: readonly Element[];
  }[];
  readonly spacing?: Spacing;
}

export type Spacing = 'None' | 'Small' | 'Default' | 'Medium';

export type Element = RichTextBlock | Container | ActionSet | ColumnSet | Input;

/** A whole card of these parts; `fallbackText` is for clients that cannot show it, and is read as markdown there. */
export function adaptiveCard(body: readonly Element[], fallbackText: string): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText,
    msteams: { width: 'Full' },
    body,
  };
}
