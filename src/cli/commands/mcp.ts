import type { Command } from 'commander';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { settingsOf } from '../with-database.ts';

/** `handrail mcp`: the tools of a Handrail that runs, for a language model's client on standard input and output. */
export function addMcp(program: Command, { io }: Run): void {
  program
    .command('mcp')
    .description('offer a running Handrail to a language model, by the Model Context Protocol')
    .option('--url <url>', 'where Handrail runs; here when left out')
    .addHelpText(
      'after',
      '\nThe token is read from HANDRAIL_TOKEN ("handrail token create" makes one).\nExample: HANDRAIL_TOKEN=… handrail mcp --url https://handrail.example',
    )
    .action(async ({ url }: { url?: string }) => {
      const { HANDRAIL_TOKEN: token } = io.env;
      if (!token)
        throw new BadInputError([
          'HANDRAIL_TOKEN: is missing; "handrail token create --name mcp --customer ID" makes one.',
        ]);
      const { bridgeStdio } = await import('../../adapters/mcp/bridge-stdio.ts');
      await bridgeStdio(io, { url: new URL('/mcp', url ?? here()), token });
    });

  function here(): string {
    const { host, port } = settingsOf(io);
    return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }
}
