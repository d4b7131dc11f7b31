import type { SqlRunner } from '@patravali/database';
import type { SubjectKind } from '../event/event.entity';
import type { SubjectsOfKind } from '../event/subjects';
import type { PartOutcome, RecordPart, WrongThing } from './record-part';

export interface PartReport<Name extends string = string, Fault extends string = string> extends PartOutcome<Fault> {
  readonly name: Name;
}

/** Parts of the record, held against the events of one batch of subjects after the other. */
export class PartsCheck<Name extends string, Fault extends string> {
  private readonly found = new Map<Name, { count: number; readonly wrong: WrongThing<Fault>[] }>();

  constructor(private readonly parts: readonly RecordPart<Name, Fault>[]) {
    for (const { name } of parts) this.found.set(name, { count: 0, wrong: [] });
  }

  /** The kinds of subjects that any part is asked of. */
  get kinds(): readonly SubjectKind[] {
    return [...new Set(this.parts.flatMap(({ kinds }) => kinds))];
  }

  async check(database: SqlRunner, subjects: SubjectsOfKind): Promise<void> {
    for (const part of this.parts) {
      if (!part.kinds.includes(subjects.subjectKind)) continue;
      const { count, wrong } = await part.check(database, subjects);
      const found = this.found.get(part.name);
      if (!found) continue;
      found.count += count;
      found.wrong.push(...wrong);
    }
  }

  /** In the order of the parts, also of those of which there was nothing to compare. */
  get reports(): readonly PartReport<Name, Fault>[] {
    return [...this.found].map(([name, outcome]) => ({ name, ...outcome }));
  }
}
