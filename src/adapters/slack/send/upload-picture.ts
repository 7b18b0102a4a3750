import { z } from 'zod';
import type { Picture } from '../../../delivery/picture.ts';
import { plainSpans } from '../../../delivery/plain-text.ts';
import type { Outgoing } from '../../../delivery/surface.ts';
import { second } from '../../../shared/time.ts';
import { callServer } from '../../api/call-server.ts';
import { drawPicture } from '../../drawings/draw-picture.ts';
import { cut } from '../render/block-limits.ts';
import type { CallSlack } from './call-slack.ts';

/** One picture on its way into Slack. */
export interface Upload {
  readonly call: CallSlack;
  /** Another Slack than the real one, in tests. */
  readonly apiUrl: string | null;
  readonly token: string;
  readonly picture: Picture;
  readonly message: Pick<Outgoing, 'mayLeave' | 'timeZone'>;
}

/** The id of the file, or why there is none. */
export type Uploaded = { readonly file: string } | { readonly why: string };

const uploadMilliseconds = 5 * second;
/** docs.slack.dev/reference/methods/files.getUploadURLExternal: `alt_txt` takes 1,000 characters. */
const longestAlt = 1_000;
const longestTitle = 100;

const begunAnswer = z.object({ upload_url: z.url(), file_id: z.string() });

/**
 * Draws a picture and hands it to Slack in its three steps (docs.slack.dev/messaging/working-with-files). No channel is
 * named, so the file is shared nowhere: nobody but us sees it before a message shows it.
 */
export async function uploadPicture(upload: Upload): Promise<Uploaded> {
  const { call, token, picture, message } = upload;
  const { mayLeave } = message;
  const png = await drawPicture(picture);
  const alt = plainSpans(picture.alt, { timeZone: message.timeZone, now: new Date(picture.at) });
  const begun = await call({
    method: 'files.getUploadURLExternal',
    token,
    args: { filename: 'picture.png', length: png.length, alt_txt: cut(alt, longestAlt) },
    mayLeave,
  });
  if (begun.outcome !== 'answered') return { why: begun.detail };
  const read = begunAnswer.safeParse(begun.answer);
  const url = read.success ? safeUrl(read.data.upload_url, upload.apiUrl) : null;
  if (!read.success || !url) return { why: 'Slack named no address for the file.' };
  const why = await putFile(url, png, mayLeave);
  if (why) return { why };
  const { file_id: id } = read.data;
  const args = { files: [{ id, title: cut(picture.title, longestTitle) }] };
  const done = await call({ method: 'files.completeUploadExternal', token, args, mayLeave });
  return done.outcome === 'answered' ? { file: id } : { why: done.detail };
}

/** A file goes over https, or to the other Slack of a test. */
function safeUrl(address: string, apiUrl: string | null): URL | null {
  const url = new URL(address);
  const isOther = apiUrl !== null && new URL(apiUrl).origin === url.origin;
  return url.protocol === 'https:' || isOther ? url : null;
}

async function putFile(
  url: URL,
  body: Buffer,
  mayLeave: Outgoing['mayLeave'],
): Promise<string | null> {
  const answer = await callServer({
    method: 'POST',
    url,
    headers: { 'content-type': 'image/png' },
    body,
    signal: AbortSignal.timeout(uploadMilliseconds),
    mayLeave,
  });
  if (answer.kind !== 'answered') return answer.detail;
  return answer.status === 200 ? null : `Slack answered the file with status ${answer.status}.`;
}
