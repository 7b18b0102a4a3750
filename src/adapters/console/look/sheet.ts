import type { Person } from '../../../customers/person.ts';
import type { Html } from '../../markup/html.ts';

/** The parts of the console that stand in its navigation. */
export const sections = {
  portfolio: { title: 'Customers', path: '/console' },
  pages: { title: 'Pages', path: '/console/pages' },
  onCall: { title: 'On call', path: '/console/on-call' },
  organisation: { title: 'Organisation', path: '/console/organisation' },
} as const;
export type Section = keyof typeof sections;

/** Who looks, when, and with what their forms prove that they are theirs. */
export interface Viewer {
  readonly person: Person;
  readonly now: Date;
  readonly csrf: string;
  /** What they have just done, told once; null = nothing. */
  readonly done: string | null;
}

/** One page of the console, without its frame; without a section it stands in no part of it. */
export interface Sheet {
  readonly section: Section | null;
  readonly title: string;
  readonly main: Html;
}

/** Something to be opened in another program. */
export interface Download {
  readonly fileName: string;
  /** Its text, a piece at a time: between two of them others are answered. */
  readonly pieces: Iterable<string>;
}
