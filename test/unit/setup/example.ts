/** A small sound setup as text; tests change single lines of it. */
export const exampleSetup = `organisation: { name: Vendor, timeZone: Europe/London }
people:
  - { id: adv-1, name: Advocate One, side: vendor, timeZone: Europe/London,
      contact: [ { via: chat }, { via: sms, to: "+15550100", after: 2m }, { via: voice, to: "+15550100", after: 4m } ] }
  - { id: adv-2, name: Advocate Two, side: vendor, identities: [ { platform: slack, workspace: T0VEND, user: U0ADV2 } ] }
  - { id: eng-1, name: Duty Engineer, side: vendor, skills: [databases] }
  - { id: sales-1, name: Sales One, side: vendor }
  - { id: mgr-1, name: Manager One, side: vendor }
  - { id: lead-1, name: Customer Lead, side: customer, customer: northwind, identities: [ { platform: slack, workspace: T0CUST, user: U0LEAD } ] }
customers:
  - id: northwind
    name: Northwind
    timeZone: America/New_York
    businessHours: { days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00", holidays: [2026-07-03] }
    people: { leader: lead-1, members: [], advocate: adv-1, backup: adv-2, sales: sales-1, manager: mgr-1 }
    places:
      - { id: northwind-shared, audience: shared, identities: [ { platform: slack, workspace: T0VEND, channel: C0SHARED } ] }
      - { id: northwind-team, audience: internal }
    escalation: default
    transitions:
      - id: erp-go-live
        kind: go-live
        name: ERP go-live
        window: { from: 2026-03-06T18:00:00-05:00, until: 2026-03-07T06:00:00-05:00 }
        milestones:
          - { id: backup, name: Back up the old system, from: 2026-03-06T18:00:00-05:00, until: 2026-03-06T19:00:00-05:00 }
          - { id: copy, name: Copy the balances, from: 2026-03-06T19:00:00-05:00, until: 2026-03-06T23:00:00-05:00 }
schedules:
  - { id: duty, timeZone: Europe/London, rotation: { every: 1w, start: 2026-03-02T09:00, people: [adv-1, eng-1] }, overrides: [] }
escalations:
  - { id: default, levels: [ { to: [advocate], wait: 5m }, { to: [ { schedule: duty } ], wait: 5m }, { to: [manager], wait: 10m } ], repeat: 3 }
`;

/** The example with one piece replaced; throws when the piece is not there, so that no test tests nothing. */
export function exampleWith(piece: string, instead: string): string {
  if (!exampleSetup.includes(piece)) throw new Error(`The example has no "${piece}".`);
  return exampleSetup.replace(piece, instead);
}
