import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf } from '../../shared/errors.ts';
import type { Sighting } from './lock-holder.ts';

/** What can be seen from here of the process with this pid. One that died and was never reaped by its parent runs no more. */
export async function inspectProcess(pid: number): Promise<Sighting> {
  const seen = await readStat(pid);
  return {
    host: hostname(),
    isRunning: isThere(pid) && !deadStates.has(seen?.state ?? ''),
    startMark: seen?.startMark ?? null,
  };
}

/** A zombie, or dead: its pid still answers to signals (proc_pid_stat(5)). */
const deadStates: ReadonlySet<string> = new Set(['Z', 'X', 'x']);

/** Signal 0 only asks. EPERM means that the process is there and belongs to somebody else. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * The state, and the boot and the clock tick at which the process began: fields 3 and 22 of /proc/PID/stat, counted
 * after the command name, which may itself hold spaces and brackets. Null without /proc.
 */
async function readStat(pid: number): Promise<{ state: string; startMark: string } | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const [state = '', ...others] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, startMark: `${boot.trim()}:${others[18]}` };
  } catch {
    return null; // No /proc on this system, or no such process.
  }
}
