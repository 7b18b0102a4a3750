import { spawnSync } from 'node:child_process';
import { benchAlerts } from './alerts.ts';
import { benchAnswers } from './answers.ts';
import { benchCadence } from './cadence/bench-cadence.ts';
import { benchConsole } from './console.ts';
import { benchCrowdedAddress } from './crowded-address.ts';
import { benchCycle } from './cycle.ts';
import { benchInbound } from './inbound.ts';
import { benchLarge } from './large.ts';
import { benchNights } from './nights.ts';
import { benchPageRate, benchPageStorm } from './page-storm.ts';
import { benchRehearsal } from './rehearsal.ts';
import { benchRetention } from './retention.ts';
import { benchSenders } from './senders.ts';
import { benchSituation } from './situation.ts';
import { benchSlack } from './slack.ts';
import { benchStart } from './start.ts';
import { benchTeams } from './teams.ts';

/** `npm run bench [part …]`: every figure in one run; ratios are what to compare between machines. */
const parts: Record<string, () => Promise<void>> = {
  alerts: benchAlerts,
  answers: benchAnswers,
  console: benchConsole,
  'crowded-address': benchCrowdedAddress,
  cycle: benchCycle,
  inbound: benchInbound,
  large: benchLarge,
  nights: benchNights,
  'page-storm': benchPageStorm,
  'page-rate': benchPageRate,
  senders: benchSenders,
  situation: benchSituation,
  rehearsal: benchRehearsal,
  retention: benchRetention,
  slack: benchSlack,
  start: benchStart,
  cadence: benchCadence,
  teams: benchTeams,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. Choose from ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}
console.log(`node ${process.version}, ${spawnSync('nproc').stdout.toString().trim()} cores`);
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  await bench();
}
