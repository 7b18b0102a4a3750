import type { Clock } from '../../../shared/clock.ts';
import type { Database } from '../../../shared/database.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { World } from '../../../world.ts';
import type { Background } from '../../api/background.ts';
import type { Sightings } from '../../api/sightings.ts';
import type { Channels } from '../workspace/channels.ts';
import type { Directory } from '../workspace/directory.ts';
import type { InstallationStore } from '../workspace/installations.ts';
import type { WebApi } from '../workspace/web-api.ts';
import type { Speakers } from './speakers.ts';

/** Everything that is at hand where Slack's payloads are taken in. */
export interface SlackContext {
  readonly world: Pick<World, 'receive' | 'isHandled' | 'loadHome' | 'openForm' | 'readForm'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly installations: InstallationStore;
  readonly api: WebApi;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly channels: Channels;
  readonly background: Background;
  readonly sightings: Sightings;
  /** The emoji that adds a message to the timeline. */
  readonly pinEmoji: string;
  /** Called after each new row, so that nothing waits for the tick. */
  readonly nudge: () => void;
  /** Slack is asked at once whether our token still works, and then until it does. */
  readonly askAgain: () => void;
}
