import { toHex, toText } from '../bytes';
import { sha256 } from '../cryptography';
import { readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { Wrong } from '../wrong';
import { type Container, isPathInBundle } from './container';

export const MANIFEST = 'manifest.json';
const FORMAT = 'patravali bundle 1';

export interface Manifest {
  /** The first key of the log. */
  readonly log: VerifierKey;
  readonly files: readonly ListedFile[];
}

interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export async function readManifest(container: Container): Promise<Manifest> {
  if (!container.paths.has(MANIFEST)) throw new Wrong('manifest-missing');
  const value = parsed(await container.read(MANIFEST));
  const manifest = isObject(value) && value.format === FORMAT ? value : {};
  const log = typeof manifest.log === 'string' ? readVerifierKey(manifest.log) : undefined;
  const { files } = manifest;
  if (log?.kind !== 1 || !Array.isArray(files) || !files.every(isListedFile)) throw new Wrong('manifest-unreadable');
  return { log, files };
}

/** Holds every file of the bundle against the manifest, and every line of the manifest against the bundle. */
export async function checkFiles(container: Container, { files }: Manifest): Promise<void> {
  const listed = new Set<string>([MANIFEST]);
  for (const file of files) {
    if (listed.has(file.path)) throw new Wrong('manifest-unreadable');
    listed.add(file.path);
    if (!container.paths.has(file.path)) throw new Wrong('file-missing', { path: file.path });
    const bytes = await container.read(file.path);
    if (bytes.length !== file.bytes || toHex(sha256(bytes)) !== file.sha256) {
      throw new Wrong('file-changed', { path: file.path });
    }
  }
  for (const path of container.paths) if (!listed.has(path)) throw new Wrong('file-unlisted', { path });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(toText(bytes) ?? '');
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isListedFile(value: unknown): value is ListedFile {
  if (!isObject(value)) return false;
  const { path, sha256: hash, bytes } = value;
  const isHash = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
  return isHash && typeof path === 'string' && isPathInBundle(path) && Number.isSafeInteger(bytes);
}
