import type { SqlRunner } from '@patravali/database';
import type { SubjectKind } from '../event/event.entity';
import type { SubjectsOfKind } from '../event/subjects';
import type { PartOutcome, RecordPart, WrongThing } from './record-part';

export interface PartReport<Name extends string = string, Fault extends string = string> extends PartOutcome<Fault> {
  readonly name: Name;
  /** How many are wrong; the first of them are named. */
  readonly wrongCount: number;
}

/** So many wrong things of a part are named: who has changed more has changed all. */
const MOST_NAMED = 1_000;

/** Parts of the record, held against the events of one batch of subjects after the other. */
export class PartsCheck<Name extends string, Fault extends string> {
  private readonly found = new Map<Name, { count: number; wrongCount: number; readonly wrong: WrongThing<Fault>[] }>();

  constructor(private readonly parts: readonly RecordPart<Name, Fault>[]) {
    for (const { name } of parts) this.found.set(name, { count: 0, wrongCount: 0, wrong: [] });
  }

  async check(database: SqlRunner, subjects: SubjectsOfKind): Promise<void> {
    for (const part of this.parts)
      if (part.kinds.includes(subjects.subjectKind)) this.add(part, await part.check(database, subjects));
  }

  /**
   * @param database one that is asked for several things at once, and answers in this order.
   * @param inTurn all subjects of a kind, some at a time.
   */
  async checkAll(database: SqlRunner, inTurn: (kind: SubjectKind) => AsyncIterable<SubjectsOfKind>): Promise<void> {
    const bySubject = this.parts.filter((part) => !part.checkAll);
    const inKinds = async () => {
      for (const kind of new Set(bySubject.flatMap(({ kinds }) => kinds)))
        await this.checkAhead(database, bySubject, inTurn(kind));
    };
    const atOnce = this.parts.flatMap((part) => part.checkAll?.(database).then((found) => this.add(part, found)) ?? []);
    await Promise.all([...atOnce, inKinds()]);
  }

  /** The same of some subjects, some at a time. @param database see `checkAll`. */
  async checkThese(database: SqlRunner, batches: readonly SubjectsOfKind[]): Promise<void> {
    await this.checkAhead(database, this.parts, batches);
  }

  /** The next subjects are asked for while the last are compared. */
  private async checkAhead(
    database: SqlRunner,
    parts: readonly RecordPart<Name, Fault>[],
    batches: AsyncIterable<SubjectsOfKind> | readonly SubjectsOfKind[],
  ): Promise<void> {
    let before: Promise<unknown> = Promise.resolve();
    for await (const subjects of batches) {
      const asked = parts.filter(({ kinds }) => kinds.includes(subjects.subjectKind));
      const compared = Promise.all(asked.map(async (part) => this.add(part, await part.check(database, subjects))));
      // Why it failed comes out when its turn comes.
      compared.catch(() => undefined);
      await before;
      before = compared;
    }
    await before;
  }

  private add({ name }: RecordPart<Name, Fault>, { count, wrong }: PartOutcome<Fault>): void {
    const found = this.found.get(name);
    if (!found) return;
    found.count += count;
    found.wrongCount += wrong.length;
    found.wrong.push(...wrong.slice(0, MOST_NAMED - found.wrong.length));
  }

  /** In the order of the parts, also of those of which there was nothing to compare. */
  get reports(): readonly PartReport<Name, Fault>[] {
    return [...this.found].map(([name, outcome]) => ({ name, ...outcome }));
  }
}
