import { localPlatform } from '../../src/delivery/find-way.ts';
import {
  type Outgoing,
  type Sent,
  type Surface,
  tooLateToBegin,
} from '../../src/delivery/surface.ts';

/** A word found where it must never be. */
export interface Leak {
  readonly word: string;
  readonly to: string;
  readonly message: string;
  readonly text: string;
}

/** Of which customers a destination's eyes may read, by number; null for the vendor's own, which read all. */
export type ReaderOf = (to: string) => readonly number[] | null;

/** A platform that reads every message with its customer's eyes, whatever field a word hides in. */
export class LeakWatch implements Surface {
  readonly platform = localPlatform;
  /** Secrets that somebody of the vendor published on purpose. */
  readonly published = new Set<string>();
  private readonly suspects: Leak[] = [];
  handed = 0;
  /** As a platform bears it: so many calls to one address. */
  readonly limits: Surface['limits'] = [{ calls: 3, withinMilliseconds: 1_000, per: 'address' }];
  isDown = false;
  /** What happens once between the last look at a message and its first byte. */
  beforeBytes: (to: string) => Promise<void> = async () => {};
  private readonly readerOf: ReaderOf;

  constructor(readerOf: ReaderOf) {
    this.readerOf = readerOf;
  }

  /** What was read by somebody it is not for. */
  get leaks(): Leak[] {
    return this.suspects.filter(({ word }) => !this.published.has(word));
  }

  async send(message: Outgoing): Promise<Sent> {
    if (this.isDown) return { outcome: 'retry', detail: 'it takes no connection' };
    await this.beforeBytes(message.to);
    if (!message.mayLeave()) return tooLateToBegin;
    this.handed += 1;
    this.read(message);
    return { outcome: 'sent', ref: message.messageId };
  }

  async edit(message: Outgoing): Promise<Sent> {
    return this.send(message);
  }

  async find(): Promise<undefined> {
    return undefined;
  }

  private read({ to, card, text, key }: Outgoing): void {
    const reader = this.readerOf(to);
    if (reader === null) return;
    // Every string that reaches the customer's platform counts, buttons and their values included.
    const all = `${JSON.stringify(card)} ${text} ${key}`;
    for (const [word, number] of all.matchAll(/kanarie(\d{3})/g)) {
      if (!reader.includes(Number(number)))
        this.suspects.push({ word, to, message: card.name, text });
    }
    for (const [word] of all.matchAll(/geheim\d{3}x\d+/g)) {
      this.suspects.push({ word, to, message: card.name, text });
    }
  }
}
