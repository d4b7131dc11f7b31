import { type CanonicalEvent, factsOf } from '../entries/event';
import { Wrong } from '../primitives/wrong';

/** A PDF of a whole file that the office has made for a bundle, and the event in which it said so. */
export interface MadePdf {
  readonly path: string;
  readonly sha256: string;
  readonly event: Pick<CanonicalEvent, 'name' | 'at'>;
  /** How many events of the file came after that one: they are not in the PDF. */
  readonly later: number;
}

const MADE = 'file.bundled';
/** These need no event: letters from before events named their bytes, and what a person is to sign. */
const UNNAMED = /^(?:letters\/|certificate-(?:hi|en)\.pdf$)/;

/** What the office says to have made. */
export interface NamedPdf {
  readonly path: string;
  readonly sha256: string;
  readonly event: CanonicalEvent;
}

/** The PDF that the event names, if it names one. */
export function pdfNamedBy(event: CanonicalEvent): NamedPdf | undefined {
  const { name, content } = event;
  const { path } = factsOf(event);
  if (name !== MADE || content === undefined || typeof path !== 'string') return undefined;
  return { path, sha256: content, event };
}

/** What the events of a bundle say of them. */
interface Naming {
  readonly pdfs: readonly NamedPdf[];
  /** By subject, as many as there are events of it. */
  readonly chains: ReadonlyMap<string, readonly unknown[]>;
  /** Is the bundle from before the office named such PDFs? Then there may be others. */
  readonly isOld: boolean;
}

/**
 * That each PDF which the office has made for this bundle is one that it has named, by its place and its bytes.
 * @param files of the bundle that nothing has proven until now.
 */
export function checkMadePdfs(
  files: readonly Pick<NamedPdf, 'path' | 'sha256'>[],
  { pdfs, chains, isOld }: Naming,
): MadePdf[] {
  return files.flatMap(({ path, sha256 }): MadePdf[] => {
    if (!path.endsWith('.pdf') || UNNAMED.test(path)) return [];
    const found = pdfs.findLast((pdf) => pdf.path === path && pdf.sha256 === sha256);
    if (!found && !isOld) throw new Wrong('pdf-of-no-event', { path });
    if (!found) return [];
    const { name, at, subject, sequence } = found.event;
    return [{ path, sha256, event: { name, at }, later: (chains.get(subject)?.length ?? 0) - sequence }];
  });
}
