import type { SqlRunner } from '@patravali/database';
import type { SubjectKind } from '../event/event.entity';
import type { SubjectsOfKind } from '../event/subjects';

/** Something of a part of the record that is not what the events of its subject say. */
export interface WrongThing<Fault extends string = string> {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** Which thing of that subject: the number of a note, the serial of a letter, the name of a row. */
  readonly place: number | string;
  readonly fault: Fault;
}

export interface PartOutcome<Fault extends string = string> {
  /** How many things were compared. */
  readonly count: number;
  readonly wrong: readonly WrongThing<Fault>[];
}

/**
 * A part of the record that is held against the events of its subjects: notes, letters, approved texts. The check of the whole
 * record, the daily one and that of a single file know the parts by this alone.
 */
export interface RecordPart<Name extends string = string, Fault extends string = string> {
  readonly name: Name;
  /** The kinds of subjects to which its things belong: it is asked of no others. */
  readonly kinds: readonly SubjectKind[];
  /** Compares all its things of these subjects. Changes nothing. */
  check(database: SqlRunner, subjects: SubjectsOfKind): Promise<PartOutcome<Fault>>;
  /** Compares all its things at once, where that is less work than subject by subject. */
  checkAll?(database: SqlRunner): Promise<PartOutcome<Fault>>;
}
