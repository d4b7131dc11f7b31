import { readEntry } from '../entries/entry';
import { type CanonicalEvent, type ChainLink, factsOf } from '../entries/event';
import { Wrong } from '../primitives/wrong';
import type { Container } from './container';
import type { LeftOutDocument } from './manifest';
import { documentPath, eventPath } from './paths';

/** A copy in which passages are left out, and what the event of its making says of it. */
export interface MadeCopy {
  readonly original: string;
  readonly copy: string;
  readonly leftOut: readonly string[];
}

/** What the events of a bundle hold of documents. */
export interface NamedDocuments {
  /** What events name as their content. */
  readonly contents: ReadonlyMap<string, unknown>;
  readonly copies: readonly MadeCopy[];
  /** Hashes of the documents whose events are in the bundle. */
  readonly uploaded: readonly string[];
}

const COPY_MADE = 'file.document_redacted';

/** The copy of whose making the event tells, if it does. */
export function copyOf(event: CanonicalEvent): MadeCopy | undefined {
  const { name, content } = event;
  if (name !== COPY_MADE || content === undefined) return undefined;
  const { originalSha256: original, leftOut } = factsOf(event);
  if (typeof original !== 'string' || !Array.isArray(leftOut)) return undefined;
  return { original, copy: content, leftOut: leftOut.map(String) };
}

/** The links of the chains whose events are left out, by the paths at which these would lie. */
export async function linksLeftOut(container: Container, ids: readonly string[]): Promise<Map<string, ChainLink>> {
  const links = new Map<string, ChainLink>();
  for (const id of ids) {
    const path = `entries/${id}.entry`;
    if (!container.paths.has(path)) throw new Wrong('file-missing', { path });
    const entry = readEntry(await container.read(path));
    if (entry?.kind !== 'event' || entry.event !== id) throw new Wrong('entry-of-other-event', { path });
    const { subject, sequence, previous, hash } = entry;
    const place = eventPath(subject, sequence);
    if (container.paths.has(place)) throw new Wrong('file-unexpected', { path: place });
    links.set(place, { id, subject, sequence, previous, hash });
  }
  return links;
}

/** That each document which is said to be left out is one of which an event tells, and each copy the one that was made of it. */
export function checkLeftOut(
  container: Container,
  documents: readonly LeftOutDocument[],
  { contents, copies }: NamedDocuments,
): void {
  for (const { sha256, copy, leftOut } of documents) {
    const path = documentPath(sha256);
    if (container.paths.has(path)) throw new Wrong('file-unexpected', { path });
    const made = copies.filter(({ original }) => original === sha256);
    if (made.length === 0 && !contents.has(sha256)) throw new Wrong('left-out-of-no-event', { sha256 });
    if (copy === null) continue;
    const place = documentPath(copy);
    if (!made.some((each) => each.copy === copy && areSame(each.leftOut, leftOut))) {
      throw new Wrong('copy-of-other-document', { path: place });
    }
    if (!container.paths.has(place)) throw new Wrong('file-missing', { path: place });
  }
}

/**
 * That no document is missing without being said to be left out: one whose own events are in the bundle and, where things are left
 * out, one of which a copy is.
 */
export function checkDeclared(
  container: Container,
  documents: readonly LeftOutDocument[] | undefined,
  { copies, uploaded }: NamedDocuments,
): void {
  const declared = new Set(documents?.map(({ sha256 }) => sha256));
  const copied = documents ? copies.filter(({ copy }) => container.paths.has(documentPath(copy))) : [];
  for (const sha256 of [...uploaded, ...copied.map(({ original }) => original)]) {
    if (declared.has(sha256) || container.paths.has(documentPath(sha256))) continue;
    throw new Wrong('document-undeclared', { sha256 });
  }
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each, at) => each === others[at]);
