import { sha256, type LogKey, uuid } from './a-log';
import { type BundleFiles, BundleUnderWay, list } from './a-bundle';

const hex = (bytes: Uint8Array) => sha256(bytes).toString('hex');
export const [ORIGINAL, OTHER] = [Buffer.from('%PDF-1.7 with a name'), Buffer.from('%PDF-1.7 with another')].map(hex);
export const [COPY, OTHER_COPY] = [Buffer.from('%PDF-1.7 without it'), Buffer.from('%PDF-1.7 without that')];
export const SECRET = 'a name that is exempt';
const CLAUSES = ['1: 8(1)(j) × 2', '3: 8(1)(h)'];

export interface DeclaredDocument {
  sha256: string | undefined;
  bytes: number;
  pages: number;
  copy: string | null;
  leftOut: string[];
}

export interface Declared {
  documents: DeclaredDocument[];
  events: string[];
}

export const pathOf = (bytes: Uint8Array) => `documents/${hex(bytes)}.pdf`;
export const eventOf = (sequence: number) => `events/file-${uuid(0xf1)}/00000${sequence}.event`;

const copyMade = (original: string | undefined, copy: Uint8Array) => ({
  name: 'file.document_redacted',
  reason: undefined,
  content: hex(copy),
  data: JSON.stringify({ pages: 3, leftOut: CLAUSES, originalSha256: original }),
});

/**
 * A bundle for a request under the RTI Act, before its list is written: of a file with five events two copies and their making are
 * there, and who asked; the first and the fourth event are there by their entries alone.
 */
export function aBundleInPart(key: LogKey): { files: BundleFiles; declared: Declared } {
  const bundle = new BundleUnderWay();
  bundle.addEvents(`file ${uuid(0xf1)}`, 0xa0, [
    { name: 'file.created', data: JSON.stringify({ subject: SECRET }) },
    copyMade(ORIGINAL, COPY),
    copyMade(OTHER, OTHER_COPY),
    { name: 'file.returned', reason: SECRET },
    { name: 'file.rti_bundle_asked', reason: undefined },
  ]);
  bundle.prove(key);
  for (const sequence of [1, 4]) bundle.files.delete(eventOf(sequence));
  for (const copy of [COPY, OTHER_COPY]) bundle.put(pathOf(copy), copy);
  const leftOut = (original: string | undefined, copy: Uint8Array): DeclaredDocument => ({
    sha256: original,
    bytes: 20,
    pages: 2,
    copy: hex(copy),
    leftOut: [...CLAUSES],
  });
  const declared = {
    documents: [leftOut(ORIGINAL, COPY), leftOut(OTHER, OTHER_COPY)],
    events: [uuid(0xa0), uuid(0xa3)],
  };
  return { files: bundle.files, declared };
}

/** With its list, after what somebody has changed. */
export function aListedBundleInPart(
  key: LogKey,
  change: (files: BundleFiles, declared: Declared) => void = () => undefined,
): BundleFiles {
  const { files, declared } = aBundleInPart(key);
  change(files, declared);
  list(files, key.vkey, declared);
  return files;
}
