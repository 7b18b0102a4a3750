import { expect, test } from '@jest/globals';
import type { Around } from '../../../src/requests/around.ts';
import { checkWork } from '../../../src/requests/rules.ts';
import type { CustomersWork } from '../../../src/requests/service-request.ts';
import { contract, foreignWords } from './labelled/case.ts';

/** Half an hour of a technician's, right in everything but what its words say. */
const told = (title: string, own: Partial<CustomersWork> = {}): CustomersWork => ({
  customerId: 'northwind',
  externalId: 'R-1',
  title,
  minutes: 30,
  by: 'tom',
  role: 'technician',
  rate: 9_600,
  amountMinor: 4_800,
  startedAt: new Date('2026-03-18T10:30:00Z'),
  closedAt: new Date('2026-03-18T11:00:00Z'),
  notes: [],
  ...own,
});

const around: Around = {
  contract: { ...contract, hours: null },
  ordinary: {
    timeZone: 'UTC',
    businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
  },
  others: [],
  elsewhere: [],
  names: new Map(),
  foreign: foreignWords,
  usedMinutes: 0,
  off: new Set(),
};

const says = (work: CustomersWork): string[] => checkWork(work, around).map(({ rule }) => rule);

const inTheEvening: Partial<CustomersWork> = {
  startedAt: new Date('2026-03-18T19:30:00Z'),
  closedAt: new Date('2026-03-18T20:00:00Z'),
  rate: 14_400,
  amountMinor: 7_200,
};

test.each([
  'Fixed it',
  'Issue resolved',
  'Did the thing for Bob',
  'Ticket closed',
  'Support',
  'Remote support session',
  'Remote session with user',
  'Maintenance',
  'General maintenance',
  'Ad hoc support',
  'Server work',
  'PC issue',
  'Computer problem fixed',
  'Email issue resolved',
  'Assisted user with problem',
  'Attended site',
  'Onsite visit',
  'As requested by John Smith',
  'Worked on the system',
  'System maintenance performed',
  'Follow-up',
  'Same as last time',
  'See ticket 4411',
  'Email from customer actioned',
  'Per phone conversation',
  'Misc. IT',
  'Consulting',
  'Consulting services',
  'Professional services March',
  'IT support',
  'Troubleshooting',
  'Admin tasks',
  'Config changes',
  'Made the changes',
  'Phone call',
  'Call with Sarah',
  'Fix applied',
  'Quick fix',
  'Sorted out the problem',
  'Resolved',
  'Investigated and resolved issue',
  'Updated',
  'Checked everything, all OK',
  'Various',
  'Did some stuff on the server',
  'hotfix',
  'TBD',
  'n/a',
  'work on request',
  'Handled per email',
  'Housekeeping',
  'Time spent',
])('"%s" is unclear', title => {
  expect(says(told(title))).toContain('unclear-description');
});

test.each([
  'Flushed DNS, restarted netlogon',
  'Cleared ARP cache on core switch',
  'Rebuilt WMI repository and re-registered DLLs',
  'Increased JVM heap to 4G and recycled app pool',
  'Ran sfc /scannow and DISM',
  'Rekeyed IPsec tunnel, bounced BGP',
  'Recreated MSMQ queues',
  'chmod 755 on /var/www, restarted nginx',
  'Set MTU to 1400 on WAN',
  'Purged Exchange transaction logs',
  'Reseated DIMM in ESXi host',
  'Patched kernel to 5.15',
  'Extended LVM, resize2fs',
  'Killed zombie PIDs',
  'Cleared print spooler cache and restarted the spooler service',
  'Remapped LUN to host group',
  'Rolled SPNs, purged Kerberos tickets',
  'Fixed SPF and DKIM records',
  'Ran DBCC CHECKDB, rebuilt indexes',
  'Synced AD to AAD, forced delta',
  'Failover of HA pair',
  'Cleaned up stale DHCP leases',
  'Reset the CMOS and reflashed BIOS',
  'Restarted IIS app pool',
  'Truncated WAL, vacuum full',
  'Set static route, cleared NAT table',
  'Repaired the WSUS database',
  'Bumped RAM on VM to 16 GB',
  'Disabled STP on port 4',
  'Re-IP of the iDRAC',
  'Applied KB5035853',
])('"%s" names no result', title => {
  expect(says(told(title))).toContain('jargon-without-result');
});

test.each([
  'Restored mail after our failed update',
  'Our patch broke the printers; put the old driver back',
  'Fixed a misconfiguration we introduced on Monday',
  'Corrected a typo our engineer made in the firewall rules',
  'Re-created accounts our script had deleted',
  'Repaired shares lost during our migration',
  "Undid last night's change of ours which blocked the tills",
  'Cleanup following the outage in our data centre',
  'Re-sent invoices that failed because our relay was down',
  'We had misrouted the line; corrected',
  'Settings we overwrote by accident were put back',
  'Side effect of our maintenance on Sunday: clocks wrong, set right',
  'Our backup job filled the disk; freed space',
  'Rework: we wired the wrong port',
  'Caused by an error on our part: reset permissions',
  'Our fault: the wrong licence was installed',
  'Re-imaging because our technician installed the wrong version',
  'Restored the drive we wiped in error',
  'Fallout from our firewall change',
  'Our monitoring agent slowed the server; removed it',
  'Put right what our rollout left half done',
  'Due to a bug in our deployment script accounts were locked; unlocked them',
  'We pushed a bad policy; reverted',
  'Due to the change we made on Tuesday, mail stopped; fixed the connector',
  'Our cloud was down this morning; resynced the phones',
  'Data lost when our disk array failed; restored it',
])('"%s" came from us', title => {
  expect(says(told(title))).toContain('own-fault');
});

test.each([
  'After hours: ',
  'Out of hours: ',
  'OOH – ',
  'Evening work: ',
  '(out-of-hours) ',
  'Emergency call at night: ',
  'Outside business hours, ',
  'After 5 pm: ',
  'Late call-out: ',
  'Done after close of business: ',
  'After-hours rate: ',
  'Performed outside the contract hours: ',
  'After normal working hours: ',
  'Off-hours maintenance: ',
  'Overtime: ',
  'Post-hours ',
  'Done once the office had closed: ',
  'Out-of-hours callout: ',
])('"%s" says when it was', words => {
  expect(says(told(`${words}replaced the disk in the till server`, inTheEvening))).toEqual([]);
});

test.each([
  'Evening report for the shop repaired',
  'After three hours the copy was complete',
  'Hours of the shop on the website changed',
  'Working hours in the calendar of Kim set',
  'Night mode on the display of reception set up',
  'Holiday calendar for HR added',
  'Weekend menu on the canteen screen',
])('"%s" does not say when it was', title => {
  expect(says(told(title, inTheEvening))).toContain('outside-hours-unmarked');
});

test.each([
  ...[
    'Reset password for Ana Silva',
    'Printer in accounts repaired',
    'New mailbox for the sales team',
    'Restored the deleted folder for HR',
    'Set up a laptop for Mr Kim',
    'Replaced the toner in reception',
    'Moved the fax to room 12',
    'Email working again for Dana',
    'Added Kim to the VPN group',
    'Shared calendar for HR',
    'Reset the voicemail PIN for reception',
    'DNS record added so the new shop opens',
    'Installed SSL certificate; the site shows no warning',
    'Increased the mailbox quota for Lena',
    'Replaced switch in hall 2',
    'Unlocked account for Joe',
    'Trained two clerks on the new till',
  ],
  ...[
    'Flushed DNS so the website opens for everyone',
    'Restarted the spooler; accounts can print',
    'Raised the JVM heap; reports now finish in two minutes',
    'Renewed the SSL certificate, visitors see no warning',
    'Moved the VM; the shop is twice as fast',
    'Patched the mail server against the March hole',
    'Added RAM to the till computer; it no longer freezes',
    'Changed the firewall so that home workers reach the files',
  ],
  ...[
    'Your update broke the printers; put the old driver back',
    'Tested our new backup with the customer',
    'Moved your mail to our new platform as ordered',
    'After the power cut on your side: restarted the server',
    'Planned the migration with our engineer',
    'Installed our remote support tool on two laptops',
    "The supplier's change blocked the tills; told them and they undid it",
    'Explained our maintenance window to the office',
    'Nothing to do with our update: replaced a cable',
    "Mail stopped after the provider's outage; resent",
    'Our engineer replaced the fan in the server',
  ],
])('"%s" is right', title => {
  expect(says(told(title))).toEqual([]);
});
