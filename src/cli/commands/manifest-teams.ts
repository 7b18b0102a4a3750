import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { BadInputError, messageOf } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { type TeamsApp, teamsPackage } from '../teams-package.ts';

interface Options extends TeamsApp {
  readonly out: string;
}

/** `handrail manifest teams`: the package to upload to Teams, a zip with the manifest and its icons. */
export function addTeamsManifest(program: Command, run: Run): void {
  const known = program.commands.find(command => command.name() === 'manifest');
  const manifest =
    known ?? program.command('manifest').description('what a chat platform installs Handrail from');
  manifest
    .command('teams')
    .description('write the app package for Microsoft Teams')
    .requiredOption('--app-id <id>', 'the app’s id in Entra, as in MicrosoftAppId')
    .requiredOption('--url <url>', 'where this Handrail is reached, with https')
    .option('--out <file>', 'the zip to write', 'handrail-teams.zip')
    .option('--app-version <version>', 'higher than the one installed now', '1.0.0')
    .addHelpText(
      'after',
      '\nExample: handrail manifest teams --app-id 11111111-2222-4333-8444-555555555555 --url https://handrail.example.com',
    )
    .action(async ({ appVersion, ...given }: Omit<Options, 'version'> & { appVersion: string }) =>
      writePackage(run, { ...given, version: appVersion }),
    );
}

async function writePackage({ io }: Run, { out, ...app }: Options): Promise<void> {
  const problems = problemsOf(app);
  if (problems.length > 0) throw new BadInputError(problems);
  const file = resolve(io.directory, out);
  const url = app.url.replace(/\/+$/, '');
  save(file, teamsPackage({ ...app, appId: app.appId.toLowerCase(), url }));
  await io.out(
    [
      `Wrote ${out}.`,
      `1. Azure portal → your Azure Bot → Configuration → Messaging endpoint: ${url}/api/messages`,
      '2. Azure portal → your Azure Bot → Channels: add Microsoft Teams.',
      '3. Teams admin center → Teams apps → Manage apps → Upload new app: this file.',
      'docs/teams.md says what each permission in it is for.',
      '',
    ].join('\n'),
  );
}

function problemsOf({ appId, url, version }: TeamsApp): string[] {
  const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId);
  const isSecure = URL.canParse(url) && /^https:\/\/[^/?#@]+\/*$/.test(url);
  return [
    ...(isGuid && !/^[0-]+$/.test(appId)
      ? []
      : [
          '--app-id: is not an id like 11111111-2222-4333-8444-555555555555 (Entra → App registrations).',
        ]),
    ...(isSecure
      ? []
      : ['--url: write an https address without a path, such as https://handrail.example.com.']),
    ...(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(version)
      ? []
      : ['--app-version: write three numbers, such as 1.0.1.']),
  ];
}

function save(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new BadInputError([`--out: cannot write ${file} (${messageOf(cause)}).`], { cause });
  }
}
