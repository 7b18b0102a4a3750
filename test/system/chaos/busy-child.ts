import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Where } from '../../../src/adapters/database/open-database.ts';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';

export interface BusyParts {
  readonly where: Where;
  readonly setupFile: string;
  readonly sentFile: string;
}

/** Starts a Handrail process of its own and waits until it works. */
export async function startBusyChild({
  where,
  setupFile,
  sentFile,
}: BusyParts): Promise<BusyChild> {
  const program = ['--import', 'tsx', 'test/harness/busy-process.ts'];
  const child = new BusyChild(
    spawn(process.execPath, [...program, JSON.stringify(where), setupFile, sentFile]),
  );
  await child.untilWorking();
  return child;
}

/** A Handrail process that is fed with what people say, and may be killed or made to stand still at any moment. */
export class BusyChild {
  /** The ids of what it has acknowledged. */
  readonly acknowledged = new Set<string>();
  readonly ended: Promise<number | null>;
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: ReturnType<typeof createInterface>;
  private errors = '';
  private fed = 0;
  private answered = 0;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.process = child;
    // Whoever is killed reads no more, and what was written to it a moment before is lost like any other word.
    child.stdin.on('error', () => {});
    this.lines = createInterface({ input: child.stdout });
    this.ended = new Promise(resolve => child.once('exit', resolve));
    child.stderr.on('data', chunk => {
      this.errors += chunk;
    });
    this.lines.on('line', line => this.hear(line));
  }

  private hear(line: string): void {
    if (line === 'ready') return;
    this.answered += 1;
    if (!line.startsWith('refused')) this.acknowledged.add(line);
  }

  untilWorking(): Promise<void> {
    return this.nextLine();
  }

  /** As much as a busy evening brings, and no more than what a busy machine can work off: false when it is too much. */
  say(inbound: () => Inbound): boolean {
    if (this.fed - this.answered >= 40) return false;
    this.fed += 1;
    this.process.stdin.write(`${JSON.stringify(inbound())}\n`);
    return true;
  }

  /** Waits until it has acknowledged so many more. */
  async untilAcknowledged(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    while (this.acknowledged.size < wanted) await this.nextLine();
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  freeze(): void {
    this.process.kill('SIGSTOP');
  }

  thaw(): void {
    this.process.kill('SIGCONT');
  }

  /** Nothing more comes in: it says what is left to say, and ends. */
  finish(): void {
    this.process.stdin.end();
  }

  /** Waits for the next thing the child says; fails when it ends instead. */
  private nextLine(): Promise<void> {
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error(`The process ended by itself:\n${this.errors}`));
      this.process.once('exit', onExit);
      this.lines.once('line', () => {
        this.process.off('exit', onExit);
        resolve();
      });
    });
  }
}
