import type { ShortcutId } from '../../../src/conversation/arrival/shortcut.ts';
import type { FormName, FormValues } from '../../../src/conversation/forms/form.ts';
import type { TestPorts } from '../../harness/database.ts';
import type { Fixtures } from './fixture.ts';
import type { Person } from './northwind.ts';

/** A place by its id in the example, or one that was made on the platform. */
export type Place = string;

/** Something a person wrote, as the platform keeps it. */
export interface Said {
  readonly id: string;
  readonly by: Person;
  readonly place: Place;
  readonly text: string;
}

/** Something we wrote, as people see it now. */
export interface Shown {
  readonly id: string;
  readonly words: string;
  /** What its buttons say, from the first to the last. */
  readonly buttons: readonly string[];
  /** The message in whose thread it stands; null in none. */
  readonly threadOf: string | null;
}

/** Something that the platform has told us and can tell us again. */
export interface Told {
  /** The same once more, as the platform redelivers it. */
  again(): Promise<void>;
}

/** A form in front of somebody. */
export interface ShownForm {
  /** Everything there is to read in it now. */
  readonly words: string;
  /** Changes a field that the form follows, and gives the form as it is then. */
  change(values: FormValues): Promise<ShownForm>;
  submit(values: FormValues): Promise<Told>;
}

/** What the customer would read, before they do. */
export interface Preview {
  readonly words: string;
  confirm(): Promise<void>;
}

export interface Quoting {
  readonly quoted: string;
  readonly text: string;
}

type Press = (by: Person, on: Shown, button: string) => Promise<Told>;
type Quote = (by: Person, place: Place, quoting: Quoting) => Promise<Said>;

/** What a platform may have, each to itself. */
export interface Abilities {
  readonly threads: {
    /** Somebody writes into the thread under what somebody said. */
    reply(by: Person, to: Said, text: string): Promise<Said>;
  };
  readonly edits: { edit(said: Said, text: string): Promise<void> };
  readonly quotes: {
    /** Writes under words of ours that are quoted, in each way in which the platform tells of it. */
    readonly ways: Readonly<Record<string, Quote>>;
    /** The ways in which what is quoted can be told from what is said. */
    readonly apart: readonly string[];
  };
  readonly forms: {
    /** Opens a form from where the platform offers it; null when it is not offered to them. */
    open(by: Person, name: FormName): Promise<ShownForm | null>;
  };
  readonly home: {
    /** What somebody reads who opens Handrail itself, its buttons too. */
    open(by: Person): Promise<string>;
  };
  readonly shortcuts: {
    /** Picks from the menu of a message. */
    pick(by: Person, id: ShortcutId, on: Said): Promise<Told>;
    /** Picks "Publish to customer", which shows first what the customer would read. */
    publish(by: Person, on: Said): Promise<Preview>;
  };
  readonly slash: {
    /** A slash command given where others are. */
    command(by: Person, place: Place, words: string): Promise<void>;
  };
  readonly pins: { pin(by: Person, on: Said): Promise<Told> };
  readonly likes: { like(by: Person, on: Shown): Promise<void> };
  readonly places: {
    /** Somebody of the vendor brings us to a place that the customer reads, where we never were. */
    arrive(by: Person): Promise<Place>;
    /** They remove us from it. */
    leave(by: Person, place: Place): Promise<void>;
    /** How our own tables know it. */
    channelOf(place: Place): string;
  };
  readonly outages: {
    /** Nothing that we tell the platform arrives any more; what people do still reaches us. */
    goDown(): Promise<void>;
    comeBack(): Promise<void>;
  };
  readonly limits: {
    /** The next message is refused for so long. */
    refuseNext(seconds: number): void;
    /** How often we asked it to show a message so far. */
    asked(): number;
  };
}

/** A chat platform that is put to the test. */
export interface PlatformUnderTest {
  readonly name: string;
  /** What it has not got, and why. */
  readonly lacks: Partial<Readonly<Record<keyof Abilities, string>>>;
  open(): Promise<OpenPlatform>;
}

/** Handrail in it, as people have it in front of them: one way of looking at all of them. */
export interface OpenPlatform extends Partial<Abilities> {
  readonly fixtures: Fixtures;
  readonly ports: TestPorts;
  /** What was logged as a warning or an error. */
  readonly complaints: readonly string[];
  /** Somebody writes to everybody in a place. */
  say(by: Person, place: Place, text: string): Promise<Said>;
  /** Somebody writes to us by name. */
  mention(by: Person, place: Place, text: string): Promise<Said>;
  /** Somebody writes to us alone. */
  tell(by: Person, text: string): Promise<void>;
  /** Presses the button that says this, in each way in which the platform tells of it. */
  readonly presses: Readonly<Record<string, Press>>;
  /** Our messages in a place, or to one person, as they are seen now; the oldest first. */
  shown(where: Place | { readonly person: Person }): Promise<Shown[]>;
  /** Time passes, and what is due is done. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}
