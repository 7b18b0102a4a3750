import type { Database } from '../../../src/shared/database.ts';

const payloads = [
  '<script>window.caught=1</script>',
  '<img src=x onerror=window.caught=1>',
  '<svg onload=window.caught=1>',
  '<svg><script>window.caught=1</script></svg>',
  '<iframe srcdoc="<script>parent.caught=1</script>"></iframe>',
  '<body onload=window.caught=1>',
  '<details open ontoggle=window.caught=1>',
  '<input autofocus onfocus=window.caught=1>',
  '<a href="javascript:window.caught=1">x</a>',
  '<form action="https://evil.example"><button>x</button></form>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<math><mtext><img src=x onerror=window.caught=1></mtext></math>',
  '<template><img src=x onerror=window.caught=1></template>',
  '<!--<img src="--><img src=x onerror=window.caught=1>//">',
  '\u0000<scr\u0000ipt>window.caught=1</scr\u0000ipt>',
  '<object data="data:text/html,<script>parent.caught=1</script>"></object>',
  '<p onclick=window.caught=1>{{window.caught=1}}</p>',
];

/** Sixty strings that try to become more than text: each payload bare, out of an attribute, and out of an element. */
export const hostile: readonly string[] = payloads.flatMap(one => [
  one,
  `" onmouseover="window.caught=1" x="${one}`,
  `'></title></textarea></select></option></svg></p>${one}`,
]);

const all = hostile.join(' ').replaceAll('\u0000', '');

/** Writes all of them into every text that the console shows. */
export async function plantHostile({ client }: Database): Promise<void> {
  await client.organisation.updateMany({ data: { name: all } });
  await client.person.updateMany({ data: { name: all, skills: [all] } });
  await client.customer.updateMany({ data: { name: all, brief: all } });
  await client.transition.updateMany({ data: { name: all } });
  await client.milestone.updateMany({ data: { name: all } });
  await client.event.updateMany({ data: { text: all } });
  await client.page.updateMany({ data: { reason: all, resolution: all } });
  await client.checkIn.updateMany({ data: { words: all } });
  await client.evidence.updateMany({ data: { note: all } });
  await client.task.updateMany({ data: { text: all } });
  await client.drill.updateMany({ data: { voided: all } });
  await client.vendorPromise.updateMany({ data: { text: all } });
  await client.apiToken.updateMany({ data: { name: all, customers: [all], may: [all] } });
  await client.place.updateMany({ data: { name: all, parkedReason: all } });
  await client.audit.updateMany({ data: { action: all, why: all, subject: all } });
  await client.message.updateMany({ data: { reason: all } });
  const edits = { without: [], instead: { plan: all }, added: [all] };
  await client.quarterReview.updateMany({
    where: { state: { not: 'published' } },
    data: { edits },
  });
  const rehearsed = { customerId: 'northwind', transitionKey: 'erp', story: 'calm', byId: 'adv-1' };
  const at = new Date('2026-03-06T23:30:00Z');
  const said = { at, kind: 'message', to: 'lead-1', audience: 'shared', via: 'chat' };
  const transcript = JSON.stringify({ ...said, message: all, text: all, edited: false });
  await client.rehearsal.deleteMany();
  await client.rehearsal.create({
    data: { id: 'hostile', ...rehearsed, startedAt: at, endedAt: at, transcript },
  });
  await client.portfolioView.create({
    data: { id: 'hostile', personId: 'adv-1', name: all, query: 'sort=name' },
  });
}
