import { isRaw, type Raw } from './check-element.ts';
import { type ApiCall, type ApiMethod, ApiRefusal, jsonArg, textArg } from './state.ts';

/** A file in Slack, as its upload left it. */
export interface FakeFile {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly length: number;
  readonly alt: string;
  title: string;
  bytes: Buffer | null;
  /** When the last step was done; null before. */
  completedAt: number | null;
}

/** All files, and how long Slack looks through one before a message may show it. */
export class FileStore {
  readonly all = new Map<string, FakeFile>();
  scanMilliseconds = 0;
}

const getUploadUrl: ApiMethod = {
  scopes: ['files:write'],
  run(call) {
    const { state, token } = call;
    const length = Number(textArg(call, 'length'));
    const alt = textArg(call, 'alt_txt');
    if (textArg(call, 'filename') === '') throw new ApiRefusal('invalid_arguments');
    if (!Number.isInteger(length) || length <= 0) throw new ApiRefusal('invalid_arguments');
    if (alt.length > 1000) throw new ApiRefusal('alt_txt_too_large');
    const id = `F0FILE${String(state.files.all.size + 1).padStart(4, '0')}`;
    const { team, botUser: user } = token;
    state.files.all.set(id, {
      ...{ id, team, user, length, alt, title: '' },
      bytes: null,
      completedAt: null,
    });
    return { upload_url: state.uploadUrl(id), file_id: id };
  },
};

const completeUpload: ApiMethod = {
  scopes: ['files:write'],
  run(call) {
    const files = jsonArg(call, 'files', 'invalid_arguments');
    if (!Array.isArray(files) || files.length === 0) throw new ApiRefusal('invalid_arguments');
    if (textArg(call, 'channel_id') !== '') throw new ApiRefusal('not_expected_here');
    return { files: files.filter(isRaw).map(file => complete(call, file)) };
  },
};

function complete({ state, token }: ApiCall, { id, title }: Raw): Raw {
  const file = state.files.all.get(String(id));
  if (file?.team !== token.team || file.bytes === null) throw new ApiRefusal('file_not_found');
  file.title = String(title ?? '');
  file.completedAt = state.now();
  return { id: file.id, title: file.title, mimetype: '' };
}

/** files.* */
export const fileMethods: Readonly<Record<string, ApiMethod>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
};

/** What is wrong with the files that blocks show: unknown, somebody else's, not uploaded, or not looked through yet. */
export function wrongFiles({ state, token }: ApiCall, blocks: readonly Raw[]): string[] {
  return blocks.flatMap((block, index) => {
    if (!isRaw(block.slack_file)) return [];
    const file = state.files.all.get(String(block.slack_file.id));
    const isOurs = file?.team === token.team && file.user === token.botUser;
    const isReady =
      file?.completedAt != null && state.now() - file.completedAt >= state.files.scanMilliseconds;
    return isOurs && isReady
      ? []
      : [`invalid slack file [json-pointer:/blocks/${index}/slack_file]`];
  });
}
