/**
 * What may import what: a folder imports only folders of lower ranks, never one of its own rank.
 * A folder's files import each other freely. Each adapter is a folder of its own.
 */
export const ranks: readonly (readonly string[])[] = [
  ['shared'],
  ['timeline', 'retention'],
  ['delivery'],
  ['customers', 'on-call', 'confidence'],
  ['tasks', 'reach', 'holidays', 'sign-in', 'webhooks'],
  ['transitions', 'paging'],
  ['check-ins', 'promises', 'drills', 'shifts', 'requests'],
  ['absences', 'calendars', 'sales', 'management', 'partners'],
  ['understanding'],
  ['situation', 'readiness', 'departures', 'data-rights', 'morning'],
  ['hooks', 'exports', 'leaves', 'surveys', 'advice'],
  ['voice'],
  ['quarters'],
  ['conversation', 'engine', 'setup'],
  ['world'],
  // The web server, on which the console and the platforms' webhooks stand; what HTML is made with.
  ['adapters/api', 'adapters/markup'],
  // The charts, in the console's pages and as pictures in chat.
  ['adapters/drawings'],
  [
    'rehearsal',
    'adapters/absences',
    'adapters/clock',
    'adapters/console',
    'adapters/contact',
    'adapters/heartbeat',
    'adapters/database',
    'adapters/language-model',
    'adapters/local',
    'adapters/log',
    'adapters/mcp',
    'adapters/practice',
    'adapters/slack',
    'adapters/teams',
    'adapters/webhooks',
  ],
  ['settings'],
  ['config'],
  ['doctor', 'tick'],
  // The composition root, the practice beside it.
  ['practice'],
  ['app'],
  ['cli'],
  ['main'],
];

/**
 * Floor plans of the large folders, as strict as the house's own: their rooms from the ground up. "." are the files
 * that stand in the folder itself. Of the inner folders only the first level is a room.
 */
export const floors: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'src/conversation': [
    ['words'],
    ['arrival'],
    ['replies', 'naming'],
    ['changes', 'choices'],
    ['places', 'forms', 'home'],
    ['vendor-desk', 'customer-desk', 'partner-desk', 'outside'],
    ['presses'],
    ['.'],
  ],
  'src/paging': [['ladder'], ['page'], ['show'], ['chase'], ['owner'], ['.']],
  'src/adapters/slack': [['workspace'], ['gate', 'render'], ['send', 'install', 'inbox'], ['.']],
  'src/adapters/teams': [['account'], ['render', 'gate'], ['send', 'inbox'], ['.']],
  'src/adapters/console': [['door', 'look'], ['show', 'act'], ['.']],
  'src/adapters/practice': [['send'], ['room'], ['render', 'clock'], ['inbox'], ['gate'], ['.']],
  'src/check-ins': [['cadence'], ['asking'], ['changes', 'answers'], ['silence', 'wishes']],
};

/** The folder (or single file) of the house a path belongs to: "src/adapters/slack/x.ts" → "adapters/slack". */
export function roomOf(path: string): string {
  const [, first = '', second = ''] = path.replace(/\.ts$/, '').split('/');
  return first === 'adapters' ? `${first}/${second}` : first;
}

/** Higher is further from the domain's ground; null for a room that nobody has ranked. */
export function rankOf(room: string): number | null {
  const rank = ranks.findIndex(rooms => rooms.includes(room));
  return rank < 0 ? null : rank;
}

/** The floor plan that a path stands in, or null where its folder has none. */
export function floorPlanOf(path: string) {
  const folder = Object.keys(floors).find(each => path.startsWith(`${each}/`));
  if (folder === undefined) return null;
  return {
    folder,
    roomOf(inside: string): string {
      const [room = '.', ...below] = inside.slice(folder.length + 1).split('/');
      return below.length > 0 ? room : '.';
    },
    rankOf(room: string): number | null {
      const rank = (floors[folder] ?? []).findIndex(rooms => rooms.includes(room));
      return rank < 0 ? null : rank;
    },
  };
}

/** Rooms in which real time, chance, the network and the process may be touched. */
export function isEdge(room: string): boolean {
  return (
    room.startsWith('adapters/') ||
    ['app', 'tick', 'practice', 'cli', 'main', 'config', 'doctor'].includes(room)
  );
}

/** Where each package may be imported; a package that is not listed may be imported nowhere. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  luxon: ['*'],
  'ical.js': ['absences'],
  'windows-iana': ['absences'],
  'date-holidays': ['holidays'],
  zod: ['*'],
  yaml: ['setup', 'rehearsal', 'cli'],
  commander: ['cli'],
  'csv-parse': ['cli'],
  dotenv: ['config'],
  express: [
    'adapters/api',
    'adapters/console',
    'adapters/practice',
    'adapters/slack',
    'adapters/teams',
    'adapters/contact',
    'adapters/mcp',
  ],
  '@modelcontextprotocol/sdk': ['adapters/mcp'],
  'prom-client': ['adapters/api'],
  'd3-scale': ['adapters/console', 'adapters/drawings'],
  'd3-shape': ['adapters/drawings'],
  'd3-time': ['adapters/drawings'],
  '@resvg/resvg-js': ['adapters/drawings'],
  'node-cron': ['adapters/clock'],
  fflate: ['cli'],
  mailparser: ['adapters/contact'],
  nodemailer: ['adapters/contact'],
  'web-push': ['adapters/contact'],
  'libphonenumber-js': ['setup'],
  pino: ['adapters/log'],
  'openid-client': ['adapters/console'],
  openai: ['adapters/language-model'],
  '@slack/bolt': ['adapters/slack'],
  '@slack/socket-mode': ['adapters/slack'],
  '@slack/web-api': ['adapters/slack'],
  botbuilder: ['adapters/teams'],
  jose: ['adapters/teams'],
  '@prisma/adapter-pg': ['adapters/database'],
  '@prisma/client': ['adapters/database'],
  '@electric-sql/pglite': ['adapters/database'],
  'pglite-prisma-adapter': ['adapters/database'],
  pg: ['adapters/database'],
};

/** What of Node's own the domain may use: nothing that reads, sends or waits. */
export const pureNode: readonly string[] = [
  'node:async_hooks',
  'node:crypto',
  // For what is loaded late.
  'node:module',
  'node:util',
  'node:path',
];
