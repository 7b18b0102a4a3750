import type { Command } from 'commander';
import type { RunCli } from './commands/start.ts';
import type { Run } from './io.ts';

/** Words that begin a command line, and where what they say is defined. */
interface CommandRow {
  readonly names: readonly string[];
  readonly load: () => Promise<(program: Command, run: Run, runCli: RunCli) => void>;
}

/** Every command, in the order of the help. */
const rows: readonly CommandRow[] = [
  { names: ['start'], load: async () => (await import('./commands/start.ts')).addStart },
  { names: ['rehearse'], load: async () => (await import('./commands/rehearse.ts')).addRehearse },
  { names: ['import'], load: async () => (await import('./commands/import.ts')).addImport },
  {
    names: ['understand'],
    load: async () => (await import('./commands/understand.ts')).addUnderstand,
  },
  { names: ['doctor'], load: async () => (await import('./commands/doctor.ts')).addDoctor },
  { names: ['drill'], load: async () => (await import('./commands/drill.ts')).addDrill },
  { names: ['report'], load: async () => (await import('./commands/report.ts')).addReport },
  { names: ['table'], load: async () => (await import('./commands/table.ts')).addTable },
  { names: ['requests'], load: async () => (await import('./commands/requests.ts')).addRequests },
  { names: ['invoice'], load: async () => (await import('./commands/invoice.ts')).addInvoice },
  { names: ['token'], load: async () => (await import('./commands/token.ts')).addToken },
  { names: ['sign-in'], load: async () => (await import('./commands/sign-in.ts')).addSignIn },
  { names: ['hook'], load: async () => (await import('./commands/hook.ts')).addHook },
  { names: ['webhook'], load: async () => (await import('./commands/webhook.ts')).addWebhook },
  { names: ['export'], load: async () => (await import('./commands/export.ts')).addExport },
  { names: ['erase'], load: async () => (await import('./commands/erase.ts')).addErase },
  {
    names: ['backup', 'restore'],
    load: async () => (await import('./commands/backup.ts')).addBackup,
  },
  { names: ['mcp'], load: async () => (await import('./commands/mcp.ts')).addMcp },
  {
    names: ['manifest'],
    load: async () => (await import('./commands/manifest-slack.ts')).addSlackManifest,
  },
  {
    names: ['manifest'],
    load: async () => (await import('./commands/manifest-teams.ts')).addTeamsManifest,
  },
];

/** What adds the command of this name to a program; all of them where none has it. No other command's code is loaded. */
export function loadCommands(name: string | undefined) {
  const asked = rows.filter(({ names }) => names.some(one => one === name));
  return Promise.all((asked.length > 0 ? asked : rows).map(({ load }) => load()));
}
