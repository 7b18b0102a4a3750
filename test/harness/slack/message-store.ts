/** A message as Slack keeps it. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly botId: string | null;
  readonly threadTs: string | null;
  text: string;
  blocks: readonly Record<string, unknown>[];
  metadata: { event_type: string; event_payload: Record<string, unknown> } | null;
  /** The unfurl flags it was posted with. */
  readonly unfurl: { readonly links: boolean | null; readonly media: boolean | null };
  editedTs: string | null;
  isDeleted: boolean;
  readonly reactions: Map<string, Set<string>>;
}

/** The messages of every channel, oldest first, each with a timestamp nobody else has. */
export class MessageStore {
  private readonly byChannel = new Map<string, FakeMessage[]>();
  private lastMicro = 0;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** A fresh "seconds.microseconds" id, always later than the one before. */
  nextTs(): string {
    this.lastMicro = Math.max(Math.round(this.now() * 1000), this.lastMicro + 1);
    const seconds = Math.floor(this.lastMicro / 1_000_000);
    return `${seconds}.${String(this.lastMicro % 1_000_000).padStart(6, '0')}`;
  }

  add(message: Pick<FakeMessage, 'channel' | 'user'> & Partial<FakeMessage>): FakeMessage {
    const whole: FakeMessage = {
      ts: this.nextTs(),
      botId: null,
      threadTs: null,
      text: '',
      blocks: [],
      metadata: null,
      unfurl: { links: null, media: null },
      editedTs: null,
      isDeleted: false,
      reactions: new Map(),
      ...message,
    };
    const list = this.byChannel.get(whole.channel) ?? [];
    list.push(whole);
    this.byChannel.set(whole.channel, list);
    return whole;
  }

  /** The message with this id, when it is still there. */
  find(channel: string, ts: string): FakeMessage | undefined {
    return this.in(channel).find(message => message.ts === ts);
  }

  /** Everything in a channel that was not deleted, oldest first. */
  in(channel: string): FakeMessage[] {
    return (this.byChannel.get(channel) ?? []).filter(({ isDeleted }) => !isDeleted);
  }

  all(): FakeMessage[] {
    return [...this.byChannel.keys()].flatMap(channel => this.in(channel));
  }

  clear(): void {
    this.byChannel.clear();
  }
}
