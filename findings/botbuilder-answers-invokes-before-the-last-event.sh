#!/bin/sh
# botbuilder 4.23.3 answers an invoke before its last event is over.
#
# What most would guess: `onDialog` is documented as "the dialog event, emitted as the last event for an incoming
# activity", and many bots save their state there. Whatever is saved in it is saved when the turn ends, so Teams is
# answered after that: a bot that could not save answers 500, and Teams sends the activity again.
#
# What happens: that is so for a message. For an invoke (a card's button, a dialog, a message's menu) the event is
# started in a `finally` and nobody waits for it. Teams has its 200 while the state is still being saved; when saving
# fails afterwards, nobody is told and nothing is sent again.
#
# Why it matters here: Handrail answers Teams once a row is written, and not before. So it writes its row in the hook
# of each invoke itself, whose promise is awaited, and registers nothing for the last event.
#
# Source: botbuilder-core 4.23.3, src/activityHandler.ts, `onInvokeActivity`: `finally { this.defaultNextEvent(context)(); }`
# (every other kind of activity: `await this.handle(context, …, this.defaultNextEvent(context))`); the same in
# botbuilder's src/teamsActivityHandler.ts. It was added in https://github.com/microsoft/botbuilder-js/pull/1390.
#
# Seen with Node 20.20:
#   botbuilder 4.23.3
#   message: saved, answered 200
#   invoke: answered 200, saved
#
# Fails when this is no longer so.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund botbuilder@4.23.3 > /dev/null

cat > probe.mjs << 'PROBE'
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
} from 'botbuilder';

let order = [];

class Bot extends TeamsActivityHandler {
  constructor() {
    super();
    // A store that takes a quarter of a second.
    this.onDialog(async (context, next) => {
      await wait(250);
      order.push('saved');
      await next();
    });
  }
  async handleTeamsTaskModuleSubmit() {
    return { task: { type: 'message', value: 'Done.' } };
  }
}

// Without an app id, as for the Bot Framework Emulator.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Bot();
const server = createServer(async (request, response) => {
  let text = '';
  for await (const piece of request) text += piece;
  request.body = JSON.parse(text);
  response.status = code => Object.assign(response, { statusCode: code });
  response.send = body => response.end(JSON.stringify(body));
  response.header = (name, value) => response.setHeader(name, value);
  await adapter.process(request, response, context => bot.run(context));
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${server.address().port}/`;

async function post(what) {
  order = [];
  const activity = {
    id: '1',
    serviceUrl: url,
    channelId: 'msteams',
    from: { id: '29:ana', name: 'Ana' },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
    ...what,
  };
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
  order.push(`answered ${status}`);
  await wait(500);
  return order.join(', ');
}

console.log('botbuilder', createRequire(import.meta.url)('botbuilder/package.json').version);
console.log('message:', await post({ type: 'message', text: 'hello' }));
console.log('invoke:', await post({ type: 'invoke', name: 'task/submit', value: { data: {} } }));
server.closeAllConnections();
server.close();
PROBE

seen=$(node probe.mjs)
echo "$seen"
expected='botbuilder 4.23.3
message: saved, answered 200
invoke: answered 200, saved'
[ "$seen" = "$expected" ] || { echo 'This is no longer so.' >&2; exit 1; }
