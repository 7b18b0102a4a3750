import type { Config } from '../config.ts';
import { checkMedia } from './check-media.ts';
import { type Finding, fine, note } from './finding.ts';

/** What is set up; `readConfig` has already refused what is wrong in itself. */
export function checkSettings(config: Config): Finding[] {
  const { host, port, publicUrl, database } = config;
  const where =
    database.kind === 'postgres' ? 'PostgreSQL' : `the embedded database in ${database.path}`;
  return [
    fine(
      'settings',
      `readable. Serves on ${host}:${port} (${publicUrl}), keeps its data in ${where}.`,
    ),
    config.slack
      ? fine('Slack', 'configured.')
      : note(
          'Slack',
          'not configured. Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN) to join.',
        ),
    config.teams
      ? fine('Teams', 'configured.')
      : note(
          'Teams',
          'not configured. Set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId to join.',
        ),
    config.heartbeatUrl
      ? fine('heartbeat', 'configured.')
      : note(
          'heartbeat',
          'not configured. Set HEARTBEAT_URL so that somebody notices when Handrail itself is down.',
        ),
    ...checkMedia(config),
    ...(database.kind === 'directory'
      ? [
          note(
            'database',
            'embedded: one process, no replica. For production pages set DATABASE_URL to PostgreSQL.',
          ),
        ]
      : []),
  ];
}
