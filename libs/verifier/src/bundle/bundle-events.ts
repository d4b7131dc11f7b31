import { type CanonicalEvent, type ChainLink, isEarlier, NO_HASH, readEvent } from '../entries/event';
import { Wrong } from '../primitives/wrong';
import { type NamedPdf, pdfNamedBy } from '../rows/made-pdfs';
import type { BundleProofs } from './bundle-proofs';
import type { BundleRows } from './bundle-rows';
import type { Container } from './container';
import { copyOf, type MadeCopy } from './left-out';
import type { PlacedLink } from './losses';
import { documentPath, eventPath } from './paths';

const UPLOADED = 'document.uploaded';
const NAMING = 'naming/';

/** The events of a bundle: each chain from its first event on, and single events that name rows of what these tell of. */
export class BundleEvents {
  /** What events name as their content, and the first that does. */
  readonly contents = new Map<string, CanonicalEvent>();
  readonly copies: MadeCopy[] = [];
  readonly chains = new Map<string, PlacedLink[]>();
  readonly uploaded: string[] = [];
  /** PDFs that the office says to have made for a bundle. */
  readonly pdfs: NamedPdf[] = [];
  readonly read: string[] = [];
  count = 0;
  chainedAfterwards = 0;
  from = '';
  until = '';
  /** None is from since events name rows. */
  isOld = true;
  private readonly proofs: BundleProofs;
  private readonly rows: BundleRows;
  private readonly leftOut: ReadonlyMap<string, ChainLink>;
  private readonly lastOfSubject = new Map<string, CanonicalEvent>();

  /** @param leftOut the links of those that are there by their entries alone, by the paths at which they would lie. */
  constructor(
    private readonly container: Container,
    {
      proofs,
      rows,
      leftOut,
    }: {
      readonly proofs: BundleProofs;
      readonly rows: BundleRows;
      readonly leftOut: ReadonlyMap<string, ChainLink>;
    },
  ) {
    this.proofs = proofs;
    this.rows = rows;
    this.leftOut = leftOut;
  }

  /** How many contents are neither in the bundle nor among these hashes. */
  absentBeside(hashes: readonly string[]): number {
    const there = (hash: string) => hashes.includes(hash) || this.container.paths.has(documentPath(hash));
    return [...this.contents.keys()].filter((hash) => !there(hash)).length;
  }

  /** All events of a subject, from the first without gap. */
  async followSubject(subject: string, count: number): Promise<void> {
    let previous = NO_HASH;
    const chain: PlacedLink[] = [];
    this.chains.set(subject, chain);
    for (let sequence = 1; sequence <= count; sequence++) {
      const path = eventPath(subject, sequence);
      const event = this.leftOut.get(path) ?? (await this.eventAt(path));
      if (event.subject !== subject || event.sequence !== sequence) {
        throw new Wrong('event-misplaced', { path });
      }
      if (event.previous !== previous) {
        throw new Wrong('chain-broken', { index: path, subject: event.subject, sequence });
      }
      previous = event.hash;
      chain.push({ hash: event.hash, index: await this.prove(event) });
      this.count++;
    }
  }

  /**
   * Events of other subjects, which named a row last that these chains tell of: a person, a post. What lies between them is not in the
   * bundle.
   */
  async readNaming(): Promise<void> {
    const named: { readonly event: CanonicalEvent; readonly path: string }[] = [];
    for (const path of this.container.paths) {
      if (!path.startsWith(NAMING)) continue;
      const event = await this.readAt(path);
      if (path !== `${NAMING}${event.id}.event`) throw new Wrong('event-misplaced', { path });
      if (this.chains.has(event.subject) || event.rows === undefined) throw new Wrong('file-unexpected', { path });
      named.push({ event, path });
    }
    named.sort((one, other) => one.event.sequence - other.event.sequence);
    for (const { event, path } of named) {
      this.refuseBackwards(event, path);
      await this.rows.followNaming(event);
      await this.prove(event);
    }
  }

  private async eventAt(path: string): Promise<ChainLink> {
    if (!this.container.paths.has(path)) throw new Wrong('event-gap', { path });
    const event = await this.readAt(path);
    this.note(event);
    this.refuseBackwards(event, path);
    await this.rows.follow(event);
    return event;
  }

  private async readAt(path: string): Promise<CanonicalEvent> {
    const event = readEvent(await this.container.read(path));
    if (!event) throw new Wrong('event-unreadable', { path });
    this.read.push(path);
    return event;
  }

  /** Along a chain neither time goes back nor the form in which events are written. */
  private refuseBackwards(event: CanonicalEvent, path: string): void {
    const before = this.lastOfSubject.get(event.subject);
    this.lastOfSubject.set(event.subject, event);
    if (before && event.encoding < before.encoding) throw new Wrong('form-older', { path });
    if (before && event.encoding === 2 && isEarlier(event.at, before.at)) throw new Wrong('time-backwards', { path });
  }

  private async prove(event: ChainLink): Promise<number> {
    const { index, read } = await this.proofs.checkEvent(event);
    this.read.push(...read);
    return index;
  }

  private note(event: CanonicalEvent): void {
    const { name, content, encoding, at } = event;
    if (this.from === '' || at < this.from) this.from = at;
    if (at > this.until) this.until = at;
    if (content !== undefined && !this.contents.has(content)) this.contents.set(content, event);
    if (content !== undefined && name === UPLOADED) this.uploaded.push(content);
    const copy = copyOf(event);
    if (copy) this.copies.push(copy);
    const pdf = pdfNamedBy(event);
    if (pdf) this.pdfs.push(pdf);
    if (encoding === 0) this.chainedAfterwards++;
    if (encoding === 2) this.isOld = false;
  }
}
