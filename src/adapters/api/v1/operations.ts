import { cadenceOperations } from './cadences.ts';
import { listCustomers } from './customers.ts';
import { setupOperations } from './entries.ts';
import { recordEvents } from './events.ts';
import { moveStep } from './milestones.ts';
import { readOnCall } from './on-call.ts';
import type { Operation } from './operation.ts';
import { pageOperations } from './pages.ts';
import { listPromises } from './promises.ts';
import { quarterOperations } from './quarters.ts';
import { reportOperations } from './reports.ts';
import { requestOperations } from './requests.ts';
import { readSituation } from './situation.ts';
import { tableOperations } from './tables.ts';
import { readTimeline } from './timeline.ts';
import { readTransitionReport } from './transition-report.ts';
import { readVoice } from './voice.ts';
import { webhookOperations } from './webhooks.ts';
import { importWhole } from './whole-setup.ts';

/** Everything other systems can ask for, in the order of the documentation. */
export const operations: readonly Operation[] = [
  recordEvents,
  listCustomers,
  readTimeline,
  readSituation,
  readOnCall,
  listPromises,
  importWhole,
  ...setupOperations,
  moveStep,
  ...pageOperations,
  ...requestOperations,
  readVoice,
  ...reportOperations,
  readTransitionReport,
  ...quarterOperations,
  ...cadenceOperations,
  ...webhookOperations,
  ...tableOperations,
];
