import { isEmpty, NO_NOTE, writtenIn } from './note';
import { ModelConsulting } from './consulting';
import { NOTHING } from './register';
import type { NoteLine } from './steps';

/** The note sheet of a file, and how it ends. */
export abstract class ModelSheet extends ModelConsulting {
  closedBy: string | null = null;
  protected readonly notesFrozen = new Set<number>();

  get paragraphs(): number {
    return this.sheet.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  }

  protected close(by: string) {
    const frozen = this.freeze(by, false);
    this.write('closed', by, null, false, { ...NOTHING, decision: frozen?.decision ?? null });
    [this.holder, this.sender, this.closedBy, this.asked] = [null, null, by, NOTHING];
    this.forgetWithTheDesk();
    this.since = this.now();
    return frozen ? { note: this.sheet.length } : {};
  }

  /** It is closed for good, and goes on in this one. */
  goOnIn(next: ModelSheet, by: string): void {
    next.asked = { ...NOTHING, dueOn: this.asked.dueOn };
    next.askedOf.set(by, next.asked);
    for (const line of next.register.splice(0)) next.register.push({ ...line, dueOn: this.asked.dueOn });
    next.continues(this);
    for (const post of this.owed) next.owed.add(post);
    this.seen();
    this.endHere(by);
  }

  private endHere(by: string): void {
    this.write('closed', by, null, false);
    [this.holder, this.sender, this.closedBy, this.asked] = [null, null, by, NOTHING];
    this.forgetWithTheDesk();
    this.since = this.now();
  }

  /** Its notes come into the sheet of the main file with the next numbers, and it is closed for good. */
  incorporateIn(main: ModelSheet, by: string): void {
    const { length } = main.sheet;
    for (const note of this.sheet) {
      const under = note.under ? note.under + length : null;
      main.sheet.push({ ...note, under, returns: [], ofPart: note });
    }
    this.endHere(by);
    this.incorporated = true;
    if (!this.confidential) for (const reader of main.readers) this.readers.add(reader);
  }

  /**
   * The last word on the case: of what was taken back none, and of a part none that says another thing than a higher level has said
   * on the main sheet.
   */
  get decided(): NoteLine | undefined {
    return this.sheet.findLast(
      (note, place) =>
        note.decision !== null &&
        !note.takenBack &&
        !(note.ofPart && this.sheet.slice(0, place).some((one) => !one.ofPart && this.isOverruledBy(note, one))),
    );
  }

  private isOverruledBy(note: NoteLine, other: NoteLine): boolean {
    const isContrary = other.decision !== null && other.decision !== note.decision && !other.takenBack;
    return isContrary && this.levelOf(other.by) < this.levelOf(note.by);
  }

  protected levelOf(post: string): number {
    return this.posts[post]?.level ?? 0;
  }

  /** Without words in hand, a signature alone under the note of another desk, if the act can agree with it. */
  protected freeze(by: string, agrees: boolean): NoteLine | null {
    const written = this.pending ?? NO_NOTE;
    const { id, putUpBy } = written;
    this.pending = null;
    const before = this.lastStanding;
    if (isEmpty(written) && (!agrees || !before || before.by === by)) return null;
    const note = {
      by,
      putUpBy: putUpBy === by ? null : putUpBy,
      ...writtenIn(written),
      answered: null,
      takenBack: false,
      at: this.now(),
      returns: [],
    };
    this.sheet.push(note);
    this.notesFrozen.add(id);
    return note;
  }

  /** An agreement or a decision stays there, and counts no more. */
  protected takeBackNote(): void {
    const note = this.sentWith;
    if (note && (note.decision !== null || note.paragraphs === 0)) note.takenBack = true;
  }

  /** The return stays on the sheet, as one that was pulled back. */
  protected takeBackReturn(): void {
    const line = this.sheet.findLast(({ returns }) => returns.length > 0);
    const last = this.register.at(-1)?.kind === 'returned' ? line?.returns.at(-1) : undefined;
    if (last) last.takenBack = true;
  }
}
