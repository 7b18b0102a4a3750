import { z } from 'zod';
import { commandNames } from '../../customers/permission.ts';
import { actionIds } from '../../delivery/card.ts';

/** What a press on the home view has instead of a message. */
export const homeView = 'home';

/** What can be said by an emoji. */
export const signs = ['quiet', 'hand'] as const;
export type Sign = (typeof signs)[number];

/** Who said it, and where, in the platform's own ids; the adapter has verified them. */
export const inboundSchema = z.object({
  /** The platform's unique event id. */
  id: z.string().min(1),
  from: z.object({
    platform: z.string(),
    workspace: z.string(),
    user: z.string(),
    /** What the platform says of this person; left out while it has not been asked. */
    profile: z
      .object({
        name: z.string(),
        timeZone: z.string().nullable(),
        isGuest: z.boolean(),
        /** A bot user is nobody's colleague. */
        isBot: z.boolean().optional(),
      })
      .optional(),
  }),
  /** Null in a direct message. */
  in: z.object({ platform: z.string(), workspace: z.string(), channel: z.string() }).nullable(),
  /** True when Handrail was named on purpose. */
  addressed: z.boolean(),
  /** True when the answers are for the speaker alone: a slash command, a form, a shortcut. */
  quietly: z.boolean().optional(),
  /** True when each answer goes under what was said, as in mail. */
  isLetter: z.boolean().optional(),
  /** True when it is new words for a message that was said before: they count once, and only when they add a call. */
  edited: z.boolean().optional(),
  /** The platform's reference of the thread it was said in. */
  threadOf: z.string().nullable(),
  /** When it was said, where the platform tells: it delivers again what it could not deliver. ISO 8601. */
  saidAt: z.iso.datetime().nullish(),
  /** The platform's reference of the message itself, so that an answer can go into its thread. */
  ref: z.string().nullish(),
  said: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({
      kind: z.literal('press'),
      action: z.enum(actionIds),
      subject: z.string(),
      /** Our own id or the platform's reference of the message the button was on; `homeView` for the home view. */
      messageId: z.string().nullable(),
    }),
    /** An emoji on a message that means something: be quiet in its thread, or somebody raises their hand. */
    z.object({ kind: z.literal('sign'), sign: z.enum(signs), ref: z.string() }),
    /** A command given by a form, a shortcut or an emoji. */
    z.object({
      kind: z.literal('command'),
      command: z.enum(commandNames),
      /** What would be typed after the command word. */
      words: z.string(),
      /** The message it is about: its reference, and its text and author where the platform gave them. */
      about: z
        .object({
          ref: z.string(),
          text: z.string().nullable(),
          /** When it was said, as far as the platform tells: ISO 8601. */
          at: z.iso.datetime().nullish(),
          author: z
            .object({ platform: z.string(), workspace: z.string(), user: z.string() })
            .nullable(),
        })
        .nullable(),
    }),
  ]),
});

/** One thing a person did on a platform: words, or a button. */
export type Inbound = z.infer<typeof inboundSchema>;

export type Press = Extract<Inbound['said'], { kind: 'press' }>;

export type Signed = Extract<Inbound['said'], { kind: 'sign' }>;

/** A command that was given, not typed. */
export type GivenCommand = Extract<Inbound['said'], { kind: 'command' }>;

/** The most we keep of one message. */
const longestWords = 4_000;

/** A person's words as we handle and keep them: trimmed, without a leading "@Handrail", at most 4,000 characters. */
export function tidyWords(text: string): string {
  const plain = text.replaceAll('\u0000', '').trim();
  const said = plain.replace(/^(?:hey |hi |hello )?@?handrail\b[\s,:]*/iu, '').trim();
  return cutWords(said === '' ? plain : said, longestWords);
}

/** At most `length` characters, with an ellipsis where it was cut. */
export function cutWords(text: string, length: number): string {
  const letters = Array.from(text);
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}
