import { readFileSync } from 'node:fs';

const KIB_PER_MIB = 1024;

/** What of a process lies in memory, in mebibytes; null where the system does not tell, or when it is gone. */
export function residentMegabytes(processId: number | undefined): number | null {
  if (processId === undefined || process.platform !== 'linux') return null;
  try {
    const status = readFileSync(`/proc/${String(processId)}/status`, 'utf8');
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kib === undefined ? null : Number(kib) / KIB_PER_MIB;
  } catch {
    return null;
  }
}
