import type { Ports } from '../../../shared/database.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { World } from '../../../world.ts';
import type { Background } from '../../api/background.ts';
import type { Sightings } from '../../api/sightings.ts';
import type { BotAccount } from '../account/bot-account.ts';
import type { ConnectorParts } from '../account/call-connector.ts';
import type { TeamsRoster } from './roster.ts';

/** Everything that is at hand where what Teams posts is taken in. */
export interface TeamsContext {
  readonly account: BotAccount;
  readonly world: Pick<World, 'receive' | 'isHandled' | 'loadHome' | 'openForm' | 'readForm'>;
  readonly ports: Ports;
  readonly logger: Logger;
  readonly connector: ConnectorParts;
  readonly roster: TeamsRoster;
  readonly background: Background;
  readonly sightings: Sightings;
  /** Called after each new row, so that nothing waits for the tick. */
  readonly nudge: () => void;
}
