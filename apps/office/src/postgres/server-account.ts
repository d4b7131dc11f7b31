import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { LauncherRefusal } from '../parts/sentences';

/** Bits of two capabilities: reading and passing through private folders (never writing), and handing that on. */
const CAP_DAC_READ_SEARCH = 2n;
const CAP_SETPCAP = 8n;

/** Who PostgreSQL runs as: the user who started the office, or, since it refuses root, an account without rights. */
export interface ServerAccount {
  /** The program and arguments with which to start one of PostgreSQL's programs. */
  command(program: string, args: readonly string[]): { program: string; args: string[] };
  /** Makes the account the owner of a folder or file. */
  own(path: string): void;
  /** Lets the account pass through our private folder to its own folder below, unless it already can. */
  letThrough(folder: string): void;
}

const OWN_ACCOUNT: ServerAccount = {
  command: (program, args) => ({ program, args: [...args] }),
  own: () => undefined,
  letThrough: () => undefined,
};

/** The account for a folder: for root, the one that owns it already, else `postgres`, else `nobody`. */
export function serverAccountFor(folder: string): ServerAccount {
  if (process.getuid?.() !== 0) return OWN_ACCOUNT;
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv', '/sbin/setpriv'].find((path) => existsSync(path));
  const ids = ownerOf(folder) ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (!setpriv || !ids) throw new LauncherRefusal('noServerAccount');
  const passage = passageThroughPrivateFolders();
  const privileges = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups', ...passage];
  return {
    command: (program, args) => ({ program: setpriv, args: [...privileges, '--', program, ...args] }),
    own: (path) => chownSync(path, ids.uid, ids.gid),
    letThrough: (path) => (passage.length > 0 ? undefined : chmodSync(path, 0o711)),
  };
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

function ownerOf(folder: string): Ids | undefined {
  if (!existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function accountNamed(name: string): Ids | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * The program and the data may lie under a folder that only root may enter; containers often withhold the capability.
 * `initdb` asks with access(2), which forgets the capabilities of an ordinary user unless the bit says otherwise.
 */
function passageThroughPrivateFolders(): string[] {
  const bounding = /^CapBnd:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const needed = (1n << CAP_DAC_READ_SEARCH) | (1n << CAP_SETPCAP);
  return (BigInt(`0x${bounding}`) & needed) === needed
    ? ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
    : [];
}
