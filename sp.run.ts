import { readFileSync } from 'node:fs';
import { understand } from './src/understanding/understand.ts';
import * as acts from './src/understanding/acts/read-act.ts';
for (const t of readFileSync('/tmp/h/sp.txt','utf8').split('\n').filter(Boolean)) {
  const u: any = understand(t);
  const fns = Object.entries(acts).filter(([,v]) => typeof v === 'function');
  console.log(t, '|', JSON.stringify({ intent: u.intent, urgent: u.urgent, offer: u.offer, c: u.confidence ?? u.probability }), fns.map(([k, f]) => { try { return k + ':' + JSON.stringify((f as any)(t)).slice(0, 160); } catch (e) { return k + '!'; } }).join(' '));
}
