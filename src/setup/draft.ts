import type { z } from 'zod';
import { checkReferences } from './references.ts';
import { type Rough, roughCustomer, roughly, roughPerson } from './rough.ts';
import {
  type SetupCustomer,
  type SetupFile,
  type SetupPerson,
  setupCustomer,
  setupFrame,
  setupPerson,
} from './schema.ts';
import { problemsOf } from './shape.ts';
import type { Path, Problem } from './source.ts';

/** What a draft came to: a setup, or everything that is wrong. */
export type Outcome =
  | { readonly kind: 'sound'; readonly setup: SetupFile }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] };

/**
 * A setup that is being read. People and customers are understood one by one and what they stood in is forgotten, so that
 * a long file takes no more room than what it says.
 */
export class Draft {
  private readonly problems: Problem[] = [];
  private readonly people: SetupPerson[] = [];
  private readonly customers: SetupCustomer[] = [];
  private readonly roughPeople: Rough['people'] = [];
  private readonly roughCustomers: Rough['customers'] = [];

  /** Takes one item of a list at the top of the document; answers what is to stand for it in the document from now on. */
  take(key: string, item: unknown, index: number): unknown {
    if (key === 'people') {
      this.roughPeople.push(roughPerson.parse(item));
      this.keep(setupPerson.safeParse(item), this.people, ['people', index]);
      return null;
    }
    if (key === 'customers') {
      this.roughCustomers.push(roughCustomer.parse(item));
      this.keep(setupCustomer.safeParse(item), this.customers, ['customers', index]);
      return null;
    }
    return item;
  }

  /** The document has no more items; `frame` is what stands around them. */
  finish(frame: unknown): Outcome {
    const parsed = setupFrame.safeParse(frame);
    if (!parsed.success) this.problems.push(...parsed.error.issues.flatMap(problemsOf));
    const told = new Set(this.problems.map(({ path }) => path.join('\n')));
    const rough = { ...roughly(frame), people: this.roughPeople, customers: this.roughCustomers };
    const references = checkReferences(rough).filter(({ path }) => !told.has(path.join('\n')));
    const problems = [...this.problems, ...references];
    if (!parsed.success || problems.length > 0) return { kind: 'wrong', problems };
    const { people, customers } = this;
    return { kind: 'sound', setup: { ...parsed.data, people, customers } };
  }

  private keep<T>(read: z.ZodSafeParseResult<T>, list: T[], at: Path): void {
    if (read.success) {
      list.push(read.data);
      return;
    }
    const problems = read.error.issues.flatMap(problemsOf);
    this.problems.push(...problems.map(({ path, what }) => ({ path: [...at, ...path], what })));
  }
}
