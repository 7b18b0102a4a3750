import { readScenario } from '../../../src/rehearsal/read-scenario.ts';
import type { Scenario } from '../../../src/rehearsal/scenario.ts';

/** A small sound setup, as a scenario would name it. */
export const setupText = `
organisation: { name: Vendor, timeZone: Europe/London }
people:
  - { id: adv-1, name: Ada Vocate, side: vendor, timeZone: Europe/London }
  - { id: lead-1, name: Lee Dern, side: customer, customer: northwind }
  - { id: lead-9, name: Nine, side: customer, customer: other }
customers:
  - id: northwind
    name: Northwind
    timeZone: America/New_York
    people: { leader: lead-1, advocate: adv-1 }
    places:
      - { id: northwind-shared, audience: shared }
      - { id: northwind-team, audience: internal }
    transitions:
      - id: erp
        kind: go-live
        name: ERP
        window: { from: 2026-03-06T18:00:00-05:00, until: 2026-03-07T06:00:00-05:00 }
        milestones:
          - { id: backup, name: Back up, from: 2026-03-06T18:00:00-05:00, until: 2026-03-06T19:00:00-05:00 }
          - { id: check, name: Check, from: 2026-03-06T20:00:00-05:00, until: 2026-03-06T21:00:00-05:00 }
  - id: other
    name: Other
    timeZone: Asia/Tokyo
    people: { leader: lead-9, advocate: adv-1 }
    places:
      - { id: other-shared, audience: shared }
    transitions:
      - id: move
        kind: upgrade
        name: Move
        window: { from: 2026-03-06T18:00:00-05:00, until: 2026-03-07T06:00:00-05:00 }
        milestones:
          - { id: check, name: Check, from: 2026-03-06T20:00:00-05:00, until: 2026-03-06T21:00:00-05:00 }
escalations:
  - { id: default, levels: [{ to: [advocate], wait: 5m }], repeat: 1, fallback: [advocate] }
`;

/** Reads a scenario that names the sample setup. */
export function read(text: string): Scenario {
  return readScenario({
    file: 'story.yaml',
    text,
    open: path => {
      if (path !== 'sample.yaml') throw new Error(`no such file`);
      return { file: path, text: setupText };
    },
  });
}

/** A scenario of the sample setup with these lines below its head, which takes three lines. */
export function story(lines: string): string {
  return `setup: sample.yaml\nfrom: 2026-03-06T17:00:00-05:00\nuntil: +14d\n${lines}`;
}
