import { type EventEntry, type LossEntry, readEntry } from '../entries/entry';
import { NO_HASH } from '../entries/event';
import { Wrong } from '../primitives/wrong';
import type { BundleProofs, Proven } from './bundle-proofs';
import type { Container } from './container';

/** That the office has lost events of what a bundle is about: how many, and which entry of its log says so. */
export interface BundleLoss {
  readonly index: number;
  readonly at: string;
  readonly reason: string;
  readonly count: number;
}

/** An event of a chain, and where it stands in the log. */
export interface PlacedLink {
  readonly hash: string;
  readonly index: number;
}

/** The chains of a bundle by their subjects, each from its first event on. */
export type Chains = ReadonlyMap<string, readonly PlacedLink[]>;

export interface CheckedLosses {
  readonly losses: readonly BundleLoss[];
  /** What of the bundle proves them. */
  readonly read: readonly string[];
}

type ProvenLoss = LossEntry & Proven & { readonly to: number };

type LostEvent = EventEntry & Proven & { readonly loss: ProvenLoss };

/**
 * Holds the events that are said to be lost against the log: each stands in it, an entry after it says that it is lost, it hangs on its chain,
 * and the chain has gone on from before it. That none was left unsaid the log alone shows.
 */
export async function checkLosses(
  container: Container,
  lost: readonly string[],
  { proofs, chains }: { readonly proofs: BundleProofs; readonly chains: Chains },
): Promise<CheckedLosses> {
  const told = await readLosses(container, proofs);
  const events: LostEvent[] = [];
  for (const id of lost) events.push(await lostEvent(container, id, { proofs, told }));
  const known = new Set(events.map(({ subject, sequence, hash }) => nameOf(subject, sequence, hash)));
  for (const event of events) checkPlace(event, chains, known);
  // One that tells of none of these events proves nothing here.
  const losses = told.filter((loss) => events.some((event) => event.loss === loss));
  return {
    losses: losses.map((loss) => {
      const { index, at, reason } = loss;
      return { index, at, reason, count: events.filter((event) => event.loss === loss).length };
    }),
    read: [...losses, ...events].flatMap(({ read }) => read),
  };
}

async function readLosses(container: Container, proofs: BundleProofs): Promise<ProvenLoss[]> {
  const told: ProvenLoss[] = [];
  for (let number = 1; container.paths.has(`losses/${number}.entry`); number++) {
    const [path, proof] = [`losses/${number}.entry`, `losses/${number}.tlog-proof`];
    const bytes = await container.read(path);
    const entry = readEntry(bytes);
    if (entry?.kind !== 'loss' || entry.to === undefined) throw new Wrong('file-unexpected', { path });
    const index = await proofs.check(proof, bytes);
    const { from, to } = entry;
    if (from > to || to >= index) throw new Wrong('entry-unreadable', { index });
    told.push({ ...entry, to, index, read: [path, proof] });
  }
  return told;
}

async function lostEvent(
  container: Container,
  id: string,
  { proofs, told }: { readonly proofs: BundleProofs; readonly told: readonly ProvenLoss[] },
): Promise<LostEvent> {
  const [path, proof] = [`lost/${id}.entry`, `lost/${id}.tlog-proof`];
  if (!container.paths.has(path)) throw new Wrong('file-missing', { path });
  const bytes = await container.read(path);
  const entry = readEntry(bytes);
  if (entry?.kind !== 'event' || entry.event !== id) throw new Wrong('entry-of-other-event', { path });
  const index = await proofs.check(proof, bytes);
  const loss = told.find(({ from, to }) => from <= index && index <= to);
  if (!loss) throw new Wrong('loss-untold', { path });
  return { ...entry, index, read: [path, proof], loss };
}

function checkPlace(event: LostEvent, chains: Chains, known: ReadonlySet<string>): void {
  const { subject, sequence, previous, index, loss } = event;
  const chain = chains.get(subject);
  if (!chain) throw new Wrong('event-misplaced', { path: `lost/${event.event}.entry` });
  const before = sequence === 1 ? NO_HASH : chain[sequence - 2]?.hash;
  if (previous !== before && !known.has(nameOf(subject, sequence - 1, previous))) {
    throw new Wrong('chain-broken', { index, subject, sequence });
  }
  if (chain.slice(sequence - 1).some((later) => later.index < loss.index)) {
    throw new Wrong('loss-contradicts', { index: loss.index, lost: index });
  }
}

const nameOf = (subject: string, sequence: number, hash: string): string => `${subject} ${sequence} ${hash}`;
