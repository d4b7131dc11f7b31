import { toHex, toText } from '../primitives/bytes';
import { sha256 } from '../primitives/cryptography';
import { HEX_HASH, UUID } from '../entries/event';
import { readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { Wrong } from '../primitives/wrong';
import { type Container, isPathInBundle } from './container';

export const MANIFEST = 'manifest.json';
const WHOLE = 'patravali bundle 1';
/** Something is left out, which whoever knows only the whole ones must not take for a gap. */
const IN_PART = 'patravali bundle 2';
/** The office has lost events, of which whoever knows only the other forms would not tell. */
const AFTER_LOSS = 'patravali bundle 3';

export interface Manifest {
  /** The first key of the log. */
  readonly log: VerifierKey;
  readonly files: readonly ListedFile[];
  /** Nothing of this kind in a whole bundle. */
  readonly leftOut: LeftOut | undefined;
  /** Ids of events that the office has lost. */
  readonly lost: readonly string[];
}

export interface LeftOut {
  readonly documents: readonly LeftOutDocument[];
  /** Ids of events of which the entry is there, and not what they say. */
  readonly events: readonly string[];
}

export interface LeftOutDocument {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** The hash of the copy that stands in its place, if one does. */
  readonly copy: string | null;
  /** Page by page under which clause: `2: 8(1)(j) × 3`. */
  readonly leftOut: readonly string[];
}

interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export async function readManifest(container: Container): Promise<Manifest> {
  if (!container.paths.has(MANIFEST)) throw new Wrong('manifest-missing');
  const value = parsed(await container.read(MANIFEST));
  const manifest: Record<string, unknown> = isObject(value) ? value : {};
  const { format, files, leftOut, lost } = manifest;
  const log = typeof manifest.log === 'string' ? readVerifierKey(manifest.log) : undefined;
  if (log?.kind !== 1 || !Array.isArray(files) || !files.every(isListedFile)) throw new Wrong('manifest-unreadable');
  const whole = { log, files, leftOut: undefined, lost: [] };
  if (format === WHOLE) return whole;
  if (format === IN_PART && isLeftOut(leftOut)) return { ...whole, leftOut };
  if (format !== AFTER_LOSS || !areIds(lost) || lost.length === 0) throw new Wrong('manifest-unreadable');
  if (leftOut !== undefined && !isLeftOut(leftOut)) throw new Wrong('manifest-unreadable');
  return { ...whole, leftOut, lost };
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
  return isHash(hash) && typeof path === 'string' && isPathInBundle(path) && Number.isSafeInteger(bytes);
}

function isLeftOut(value: unknown): value is LeftOut {
  if (!isObject(value)) return false;
  const { documents, events } = value;
  return Array.isArray(documents) && documents.every(isLeftOutDocument) && areIds(events);
}

function isLeftOutDocument(value: unknown): value is LeftOutDocument {
  if (!isObject(value)) return false;
  const { sha256: hash, bytes, pages, copy, leftOut } = value;
  if (!isHash(hash) || !(copy === null || isHash(copy))) return false;
  if (!Number.isSafeInteger(bytes) || !Number.isSafeInteger(pages)) return false;
  return Array.isArray(leftOut) && leftOut.every((each) => typeof each === 'string');
}

const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
/** Each but once. */
const areIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isId) && new Set(value).size === value.length;
const HASH = new RegExp(`^${HEX_HASH}$`);
const ID = new RegExp(`^${UUID}$`);
