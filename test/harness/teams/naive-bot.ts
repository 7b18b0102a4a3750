import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import type { FakeTeams } from './teams.ts';
import { hostTenant } from './teams.ts';

/** A bot as the first page of a tutorial writes it, with botbuilder alone. */
export interface NaiveBot {
  readonly url: string;
  /** How many messages it has worked on. */
  readonly turns: () => number;
  close(): Promise<void>;
}

export interface NaiveParts {
  /** What it does with a message; an echo when left out. */
  readonly turn?: (context: TurnContext) => Promise<unknown>;
}

/** Listens on a free port of this machine, and answers in the conversation a message came from. */
export async function openNaiveBot(teams: FakeTeams, parts: NaiveParts = {}): Promise<NaiveBot> {
  const { turn = echo } = parts;
  const adapter = new CloudAdapter(authenticationOf(teams));
  adapter.onTurnError = async () => {};
  let turns = 0;
  const server = createServer(async (request, response) => {
    const body = await readJson(request);
    const answer = Object.assign(response, {
      status: (code: number) => {
        response.statusCode = code;
        return answer;
      },
      send: (value: unknown) => response.end(value === undefined ? '' : JSON.stringify(value)),
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    });
    const asked = Object.assign(request, { body });
    await adapter
      .process(asked as never, answer as never, async context => {
        if (context.activity.type !== 'message') return;
        turns += 1;
        await turn(context);
      })
      .catch(() => {
        if (!response.writableEnded) response.writeHead(500).end();
      });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    turns: () => turns,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function echo(context: TurnContext): Promise<void> {
  await context.sendActivity(`You said: ${context.activity.text}`);
}

type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

/** As botbuilder does it, with the addresses of this Teams; a token is had beforehand, since MSAL speaks https alone. */
function authenticationOf(teams: FakeTeams) {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: teams.appId,
    client_secret: teams.appPassword,
    scope: 'https://api.botframework.com/.default',
  });
  const token = String(teams.tokens.give(form, hostTenant).body.access_token);
  const credentials = {
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  };
  const factory = {
    isValidAppId: async (id: string) => id === teams.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => credentials,
  };
  return new ConfigurationBotFrameworkAuthentication(
    {
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://token.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: teams.openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: teams.openIdUrl,
      CallerId: 'urn:botframework:azure',
    },
    factory as unknown as Credentials,
  );
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return {};
  }
}
