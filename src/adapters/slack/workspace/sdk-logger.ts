import { LogLevel, type Logger as SdkLogger } from '@slack/web-api';
import type { Logger } from '../../../shared/logger.ts';

/**
 * Slack's own packages log through ours, all of it as debug: what matters of it we notice and say ourselves, and
 * their lines may quote what somebody wrote, which ours never do. At any other level they are silent.
 */
export function sdkLogger(logger: Logger): SdkLogger {
  const note = (...parts: unknown[]): void => {
    const [first] = parts;
    // The first words name what happened; a payload comes after a colon.
    const text = typeof first === 'string' ? first.split(/[:{]/, 1)[0] : 'see its documentation';
    logger.debug({ said: text?.slice(0, 120) }, "Slack's SDK");
  };
  return {
    debug: () => {},
    info: note,
    warn: note,
    error: note,
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
