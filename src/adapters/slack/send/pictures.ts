import type { Outgoing } from '../../../delivery/surface.ts';
import { messageOf } from '../../../shared/errors.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { Installation } from '../workspace/installation.ts';
import type { CallSlack } from './call-slack.ts';
import { type Uploaded, uploadPicture } from './upload-picture.ts';

/** The pictures of messages that are underway, as Slack's files. */
export interface Pictures {
  /** The file that shows this message's picture; null when the message goes in words alone. */
  fileFor(message: Outgoing, installation: Installation): Promise<string | null>;
  /** Slack refused the message with its picture. True when it may be tried with it again, a moment later. */
  mayTryAgain(message: Outgoing): boolean;
}

export interface PictureParts {
  readonly call: CallSlack;
  /** Another Slack than the real one, in tests. */
  readonly apiUrl: string | null;
  readonly logger: Logger;
}

/** Slack looks through a file before it shows it, which takes about a second; so often it is asked, then words must do. */
const mostTries = 4;
const mostKept = 200;

interface Kept {
  /** Null when there is no picture to be had. */
  readonly file: string | null;
  readonly tries: number;
}

/**
 * Pictures are uploaded before their messages are said, and seen by nobody until then: what people see is the message,
 * once. What is remembered here only spares uploading a picture again when its message is tried again.
 */
export function createPictures(parts: PictureParts): Pictures {
  const kept = new Map<string, Kept>();
  const keep = ({ messageId }: Outgoing, one: Kept) => {
    if (kept.size >= mostKept) kept.clear();
    kept.set(messageId, one);
  };
  return {
    async fileFor(message, installation) {
      if (!message.card.picture) return null;
      const known = kept.get(message.messageId);
      if (known) return known.file;
      const uploaded = await tryUpload(parts, message, installation);
      const file = 'file' in uploaded ? uploaded.file : null;
      if ('why' in uploaded)
        parts.logger.warn(
          { workspace: installation.workspace, cause: uploaded.why },
          'a picture is left out; its words are said',
        );
      keep(message, { file, tries: 0 });
      return file;
    },
    mayTryAgain(message) {
      const known = kept.get(message.messageId);
      const tries = (known?.tries ?? 0) + 1;
      const file = tries < mostTries ? (known?.file ?? null) : null;
      keep(message, { file, tries });
      return file !== null;
    },
  };
}

/** The scope is asked for since there are pictures: an app that was installed before has not got it. */
async function tryUpload(
  { call, apiUrl }: PictureParts,
  message: Outgoing,
  { token, scopes }: Installation,
): Promise<Uploaded> {
  const { picture } = message.card;
  if (!picture) return { why: 'There is none.' };
  if (scopes.length > 0 && !scopes.includes('files:write'))
    return { why: 'The app may not upload files (files:write). Install it again.' };
  try {
    return await uploadPicture({ call, apiUrl, token, picture, message });
  } catch (error) {
    return { why: messageOf(error) };
  }
}
