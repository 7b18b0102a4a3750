import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Document, parseDocument } from 'yaml';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';

interface Options {
  readonly url?: string;
  readonly socket?: true;
  readonly oauth?: true;
}

/** `handrail manifest slack`: what to paste into Slack to make the app. */
export function addSlackManifest(program: Command, run: Run): void {
  const known = program.commands.find(command => command.name() === 'manifest');
  const manifest =
    known ?? program.command('manifest').description('what a chat platform installs Handrail from');
  manifest
    .command('slack')
    .description('print the app manifest for Slack')
    .option('--url <url>', 'where Slack reaches this Handrail, with https')
    .option('--socket', 'Slack is listened to by Socket Mode; no address is needed')
    .option('--oauth', 'several workspaces of yours install the app by themselves')
    .addHelpText(
      'after',
      '\nExample: handrail manifest slack --url https://handrail.example.com\nPaste it at api.slack.com/apps → Create New App → From a manifest → YAML.',
    )
    .action(async (options: Options) => run.io.out(filled(options)));
}

const pasteHere = ' Paste this at api.slack.com/apps → Create New App → From a manifest → YAML.';

const source = new URL('../../../manifests/slack.yaml', import.meta.url);

function filled({ url, socket, oauth }: Options): string {
  const problems = problemsOf({ url, socket, oauth });
  if (problems.length > 0) throw new BadInputError(problems);
  const document = parseDocument(readFileSync(source, 'utf8'));
  if (document.contents) document.contents.commentBefore = pasteHere;
  if (socket) bySocket(document);
  else byHttp(document, (url ?? '').replace(/\/+$/, ''));
  if (oauth) {
    const redirect = `${(url ?? '').replace(/\/+$/, '')}/slack/oauth_redirect`;
    document.setIn(['oauth_config', 'redirect_urls'], document.createNode([redirect]));
    document.setIn(['settings', 'token_rotation_enabled'], true);
  }
  return document.toString({ lineWidth: 0 });
}

function byHttp(document: Document, url: string): void {
  const events = `${url}/slack/events`;
  document.setIn(['features', 'slash_commands', 0, 'url'], events);
  document.setIn(['settings', 'event_subscriptions', 'request_url'], events);
  document.setIn(['settings', 'interactivity', 'request_url'], events);
}

/** Everything comes over the line: an address would be checked by Slack and never used. */
function bySocket(document: Document): void {
  document.deleteIn(['features', 'slash_commands', 0, 'url']);
  document.deleteIn(['settings', 'event_subscriptions', 'request_url']);
  document.deleteIn(['settings', 'interactivity', 'request_url']);
  document.setIn(['settings', 'socket_mode_enabled'], true);
}

function problemsOf({ url, socket, oauth }: Options): string[] {
  if (socket && oauth)
    return ['--oauth: several workspaces can only be served by HTTP. Leave out --socket.'];
  if (socket && url === undefined) return [];
  if (url === undefined)
    return [
      '--url: write where Slack reaches this Handrail, or use --socket, which needs no address.',
    ];
  const isSecure = URL.canParse(url) && /^https:\/\/[^/?#@]+\/*$/.test(url);
  return isSecure
    ? []
    : ['--url: write an https address without a path, such as https://handrail.example.com.'];
}
