import { type Check, customersWords } from '../around.ts';
import type { CustomersWork } from '../service-request.ts';
import { plainOf, termsOf, wordsOf } from '../terms.ts';

const terms = new Set(
  `arp svc dns dhcp vlan vlans gpo nic smb raid cron daemon spooler regkey registry chkdsk sfc kerberos tls ssl ssh iis ntfs bgp ospf ldap
  mx spf dkim dmarc sql tablespace heap jvm gc pod pods k8s kubectl kubernetes docker container nginx apache proxy tcp udp ip icmp
  subnet gateway nat acl acls dll dlls pid pids bios firmware uefi lacp poe trunk snmp syslog eventlog wmi powershell bash cmd registry
  hive winsock stack socket sockets port ports lun iscsi san nas vm vms hypervisor esxi vsphere snapshot fsck inode mtu qos wpa radius
  oauth saml sso jwt api endpoint webhook cdn cname ttl zone cert certs csr keystore ntp cache caches lease leases nvram sdwan stp rstp
  ad dc fsmo dfs wsus sccm mdm apn imap pop3 smtp mapi ost pst exchange heartbeat cluster failover node replica replication index
  reindexed deadlock cursor rowlock wal vacuum autovacuum mutex thread threads kernel module modprobe systemd systemctl init grub
  apppool pool hotfix kb rollup regex parser ini yaml json xml crontab chmod chown sudo portfast errdisable gpupdate kerb mq dlq spid acks naks as2 edi seqno sfp uplink lacp vrrp hsrp arping
  mss mtu ospf eigrp hsrp gre ipsec ike isakmp retrans clamp xcopy dism bcd wsl tun0 bpdu macsec ldaps ntlm spn setspn klist kinit w32tm
  vtp rpc dcom mbr gpt uuid fstab selinux iptables nftables syslogd tcpdump keytab regsvr32 coredump oom swap inodes vlanid standby preempt
  wan aad idrac ilo msmq dbcc checkdb ha lldp ospfv3 ebgp vxlan ecc dimm hba fc zoning mpio drs vmotion oomkilled hpa etcd helm
  kibana logstash logrotate sudoers keytabs keyring saml2 oidc rbac acme
  dmesg journalctl netstat nslookup traceroute ipconfig robocopy rsync bcdedit diskpart listener middleware daemonset cronjob`.split(
    /\s+/,
  ),
);
const doings =
  /\b(?:flush(?:ed|ing)?|bounc(?:ed|ing)|recycl(?:ed|ing)|purg(?:ed|ing)|re-?regist\w+|re-?index\w*|re-?tag\w*|flapp\w+|kill(?:ed|ing)|cycl(?:ed|ing)|remount\w*|rebas\w+|defragg\w+|ping(?:ed)?|power-?cycl\w+|restarted|rebooted|patched|replayed|re-?queued|re-?seated|re-?joined|bumped)\b/g;

/** Done to a desk it is plain; done to a daemon it is not. */
const mild =
  /\b(?:cleared|reset|rebuilt|tuned|tweaked|re-?push\w+|re-?sync\w+|remapped|re-?point\w+|re-?provision\w+|truncat\w+|re-?initiali\w+)\b/;

/** "IFTMIN", "Gi0/24", "sp_updatestats": names that only machines and their keepers use. */
const machine = /\b(?:[A-Z]{3,}[A-Z0-9]*|[A-Za-z]+\d+(?:\/\d+)+|[a-z]+_[a-z_]+)\b/g;
/** "VFD", "L2", "M20.3", "p-0304", "ckt": what a plain word never looks like. */
const code = /^(?:[A-Z]{2,}\w*|[A-Z]+'d|[A-Za-z]+[-.]?\d[\w.-]*|[bcdfghjklmnpqrstvwxz]{3,})$/;
const measured = /\b\d+(?:\.\d+)? ?(?:ms|mA|K|k?Hz|dB|Nm)\b/;

const everyday = new Set(
  'PDF USB PC TV VPN HR CEO CFO CIO VAT FAQ SMS MMS GPS CAD CAM PIN QR RFID ID EAN GST BIC EDV LED LCD UPS ATM CRM ERP IBAN SWIFT DVD HDMI OCR URL WWW AND THE NOT ALL FOR'.split(
    ' ',
  ),
);

/** What tells that somebody has something of it. */
const result =
  /\bso (?:that )?(?:the|they|you|he|she|all|every|nobody|it|[a-z]+ (?:can|could|works?|is|are))\b|\b(?:can|could|able to|works?|working|runs?|prints?(?! (?:spooler|server|queue|driver|service))|opens?|now|reach(?:es|ed|able)?|again|no longer|not any more|any more|anymore|nobody|without|(?<!(?:roll(?:ed|ing)?|fell|fall|fail(?:ed)?|put|pushed) )back|faster|available|arrives?|reads?|starts?|shows?|stays?|has|have|loads?|receives?|gets?|in the report|signs? in|logs? in)\b/;

const resultInGerman =
  /\b(?:wieder|jetzt|nun|lauft|laufen|geht|gehen|zeigt|zeigen|druckt|drucken|kann|konnen|kommt|kommen|ohne|keine?n?|nicht mehr|arbeitet|arbeiten|erreicht|erreichbar|verfugbar|offnet|startet|halt)\b/;
const resultInRomance =
  /\b(?:ya|ahora|puede[ns]?|funcionan?|llegan?|abren?|imprimen?|sin|desormais|maintenant|peut|peuvent|fonctionne(?:nt)?|arrivent?|ouvrent?|sans|agora|podem?|funcionam|abrem|chegam|sem)\b/;
const doneInGerman =
  /\b(?:\w*ge\w{3,}(?:t|en)(?<!ment)|\w+iert|\w*(?:leert|setzt|hoht|schoben|teilt|loscht))\b/g;

/** A technician's words, and no outcome for the customer. */
export const jargonWithoutResult: Check = work => {
  const said = customersWords(work);
  const text = plainOf(said);
  const known = [...new Set(wordsOf(said).filter(word => terms.has(word) || patch.test(word)))];
  const named = (said.match(machine) ?? []).filter(word => !everyday.has(word));
  const done = [...new Set([...(text.match(doings) ?? []), ...(text.match(doneInGerman) ?? [])])];
  const isDoneToIt = done.length > 0 || mild.test(text);
  const isJargon =
    known.length >= 2 ||
    (known.length === 1 && (isDoneToIt || isAlone(text, known))) ||
    (named.length > 0 && done.length > 0) ||
    isListOfCodes(work);
  if (!isJargon || [result, resultInGerman, resultInRomance].some(one => one.test(text)))
    return null;
  return `It is in a technician's words (${[...new Set([...known, ...named, ...done])].slice(0, 4).join(', ')}) and names no result.`;
};

const patch = /^kb\d{5,}$/;
const deeds = termsOf(
  `set applied apply ran run running recreated increased raised extended upgraded synced forced rotated repaired tuned added changed
  updated enabled disabled created configured cleaned checked made up on of in the`,
);

/** A term, what was done to it, and hardly a word beside. */
function isAlone(text: string, known: readonly string[]): boolean {
  if (/\bfor\b/.test(text)) return false;
  const own = termsOf(known.join(' '));
  const beside = [...termsOf(text)].filter(
    term => !own.has(term) && !deeds.has(term) && !/^[\d.]+$/.test(term),
  );
  return beside.length <= 1;
}

/** Nothing but a row of short remarks, most of them with a code in it, and no sentence after them. */
function isListOfCodes({ title, description = '' }: CustomersWork): boolean {
  const remarks = title.split(/[,;]/).filter(remark => remark.trim() !== '');
  if (description.trim() !== '' || remarks.length < 2) return false;
  return remarks.filter(one => measured.test(one) || one.split(/\s+/).some(isCode)).length >= 2;
}

function isCode(word: string): boolean {
  return code.test(word) && !everyday.has(word.replace(/(?:s|\d+)$/, ''));
}
