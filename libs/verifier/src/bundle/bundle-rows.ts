import type { CanonicalEvent } from '../entries/event';
import { fromText, toHex } from '../primitives/bytes';
import { sha256 } from '../primitives/cryptography';
import { Wrong } from '../primitives/wrong';
import { readRowLines, readRowTexts, type RowLine } from '../rows/row-line';
import type { Container } from './container';

/** What the rows of a bundle say. */
const TEXTS = 'rows/texts.tsv';

export interface ComparedRows {
  /** Rows whose text is what the last line says that names them. */
  readonly rows: number;
  /** Rows that the chains name, that were not deleted, and whose text is not in the bundle. */
  readonly rowsAbsent: number;
  /** People and posts that events name, and whose rows are not in the bundle. */
  readonly namesAbsent: number;
  /** Events from before events named rows. */
  readonly eventsWithoutRows: number;
  /** Events whose rows are left out, since the bundle says of itself that it leaves something out. */
  readonly eventsWithRowsLeftOut: number;
}

/**
 * Holds what the rows of a bundle say against the lines by which its events name them. A row is right if it is what the last of
 * these lines says; events that are not in the bundle may have changed it since.
 */
export class BundleRows {
  /** Which of the files of the bundle are compared here. */
  readonly read: string[] = [];
  private readonly last = new Map<string, RowLine>();
  private readonly numbers = new Set<number>();
  private readonly lastOfSubject = new Map<string, number>();
  private readonly namedByChains = new Set<string>();
  /** People and posts. */
  private readonly names = new Set<string>();
  private eventsWithoutRows = 0;
  private eventsWithRowsLeftOut = 0;

  constructor(
    private readonly container: Container,
    /** Then there are no rows in the bundle at all. */
    private readonly isInPart: boolean,
  ) {}

  /** The events of a subject are told of in their order. */
  async follow(event: CanonicalEvent): Promise<void> {
    const lines = await this.readLines(event);
    for (const { name } of lines) this.namedByChains.add(name);
    if (event.user !== undefined) this.names.add(`office_user ${event.user}`);
    if (event.post !== undefined) this.names.add(`post ${event.post}`);
    if (event.encoding < 2) this.eventsWithoutRows++;
    if (event.rows !== undefined && this.isInPart) this.eventsWithRowsLeftOut++;
  }

  /** One that is of no chain in the bundle may name many rows that nothing here is about. */
  async followNaming(event: CanonicalEvent): Promise<void> {
    await this.readLines(event);
  }

  async compare(): Promise<ComparedRows> {
    const compared = await this.compareTexts();
    const absent = (names: Iterable<string>) => [...names].filter((name) => !compared.has(name)).length;
    const isThere = (name: string) => this.last.get(name)?.hash !== undefined;
    return {
      rows: compared.size,
      rowsAbsent: absent([...this.namedByChains].filter(isThere)),
      namesAbsent: absent(this.isInPart ? [] : this.names),
      eventsWithoutRows: this.eventsWithoutRows,
      eventsWithRowsLeftOut: this.eventsWithRowsLeftOut,
    };
  }

  private async readLines({ id, subject, rows: hash }: CanonicalEvent): Promise<readonly RowLine[]> {
    if (hash === undefined || this.isInPart) return [];
    const path = `rows/${id}.rows`;
    if (!this.container.paths.has(path)) throw new Wrong('file-missing', { path });
    const bytes = await this.container.read(path);
    if (toHex(sha256(bytes)) !== hash) throw new Wrong('rows-of-other-event', { path });
    const read = readRowLines(bytes);
    if (!read) throw new Wrong('rows-unreadable', { path });
    this.read.push(path);
    this.takeNumber(read.number, subject, path);
    for (const line of read.lines) {
      if (line.number > (this.last.get(line.name)?.number ?? -1)) this.last.set(line.name, line);
    }
    return read.lines;
  }

  /** A number is of one event, and along a chain numbers go up. */
  private takeNumber(number: number, subject: string, path: string): void {
    if (this.numbers.has(number)) throw new Wrong('row-number-twice', { number, path });
    this.numbers.add(number);
    if (number < (this.lastOfSubject.get(subject) ?? 0)) throw new Wrong('row-numbers-disordered', { number, path });
    this.lastOfSubject.set(subject, number);
  }

  /** @returns the names of the rows that are right. */
  private async compareTexts(): Promise<ReadonlySet<string>> {
    const compared = new Set<string>();
    if (this.isInPart || !this.container.paths.has(TEXTS)) return compared;
    const texts = readRowTexts(await this.container.read(TEXTS));
    if (!texts) throw new Wrong('rows-unreadable', { path: TEXTS });
    this.read.push(TEXTS);
    for (const { name, text } of texts) {
      if (compared.has(name)) throw new Wrong('row-twice', { row: name });
      const line = this.last.get(name);
      if (!line) throw new Wrong('row-of-no-event', { row: name });
      if (line.hash === undefined) throw new Wrong('row-deleted', { row: name });
      if (toHex(sha256(fromText(text))) !== line.hash) throw new Wrong('row-changed', { row: name });
      compared.add(name);
    }
    return compared;
  }
}
