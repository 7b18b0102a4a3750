import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf } from '../../shared/errors.ts';
import type { Sighting } from './lock-holder.ts';

/** What can be seen from here of the process with this pid. */
export async function inspectProcess(pid: number): Promise<Sighting> {
  return { host: hostname(), isRunning: isRunning(pid), startMark: await startMarkOf(pid) };
}

/** Signal 0 only asks. EPERM means that the process is there and belongs to somebody else. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * The boot and the clock tick at which the process began: field 22 of /proc/PID/stat, counted after
 * the command name, which may itself hold spaces and brackets (proc_pid_stat(5)). Null without /proc.
 */
async function startMarkOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()}:${fields[19]}`;
  } catch {
    return null; // No /proc on this system, or no such process.
  }
}
