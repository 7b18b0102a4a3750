import { type Check, customersWords } from '../around.ts';
import { plainOf, wordsOf } from '../terms.ts';

const terms = new Set(
  `arp svc dns dhcp vlan vlans gpo nic smb raid cron daemon spooler regkey registry chkdsk sfc kerberos tls ssl ssh iis ntfs bgp ospf ldap
  mx spf dkim dmarc sql tablespace heap jvm gc pod pods k8s kubectl kubernetes docker container nginx apache proxy tcp udp ip icmp
  subnet gateway nat acl acls dll dlls pid pids bios firmware uefi lacp poe trunk snmp syslog eventlog wmi powershell bash cmd registry
  hive winsock stack socket sockets port ports lun iscsi san nas vm vms hypervisor esxi vsphere snapshot fsck inode mtu qos wpa radius
  oauth saml sso jwt api endpoint webhook cdn cname ttl zone cert certs csr keystore ntp cache caches lease leases nvram sdwan stp rstp
  ad dc fsmo dfs wsus sccm mdm apn imap pop3 smtp mapi ost pst exchange heartbeat cluster failover node replica replication index
  reindexed deadlock cursor rowlock wal vacuum autovacuum mutex thread threads kernel module modprobe systemd systemctl init grub
  apppool pool hotfix kb rollup regex parser ini yaml json xml crontab chmod chown sudo`.split(
    /\s+/,
  ),
);
const doings =
  /\b(?:flush(?:ed|ing)?|bounc(?:ed|ing)|recycl(?:ed|ing)|purg(?:ed|ing)|re-?regist\w+|re-?index\w*|re-?tag\w*|flapp\w+|kill(?:ed|ing)|cycl(?:ed|ing)|remount\w*|rebas\w+|defragg\w+|ping(?:ed)?|power-?cycl\w+|restarted|rebooted|patched)\b/g;

/** What tells that somebody has something of it. */
const result =
  /\bso (?:that )?(?:the|they|you|he|she|all|every|nobody|it|[a-z]+ (?:can|could|works?|is|are))\b|\b(?:can|could|able to|works?|working|runs?|prints?|opens?|reach(?:es|ed|able)?|again|no longer|not any more|any more|anymore|nobody|without|back|faster|available|arrives?|reads?|starts?|shows?|stays?|has|have|loads?|receives?|in the report|signs? in|logs? in)\b/;

/** A technician's words, and no outcome for the customer. */
export const jargonWithoutResult: Check = work => {
  const said = customersWords(work);
  const text = plainOf(said);
  const used = [...new Set(wordsOf(said).filter(word => terms.has(word)))];
  const done = [...new Set(text.match(doings) ?? [])];
  const isJargon = used.length >= 2 || (used.length === 1 && done.length > 0);
  if (!isJargon || result.test(text)) return null;
  return `It is in a technician's words (${[...used, ...done].slice(0, 4).join(', ')}) and names no result.`;
};
