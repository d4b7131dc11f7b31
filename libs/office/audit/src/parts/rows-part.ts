import type { PartFaultOf } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { rowsOfSubjects } from '@patravali/evidence';
import {
  ALL_ROWS_SEALED,
  checkRows,
  type PartOutcome,
  type RecordPart,
  type Statements,
  type RowsReport,
  ROWS_SEALED,
  type SealedTable,
} from '@patravali/ledger';
import { z } from 'zod';

type RowFault = PartFaultOf<'rows'>;
const Sealed = z.object({ sealed: z.boolean() });
const AllSealed = Sealed.extend({ organisationId: z.uuid().nullable() });
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** All rows that people are shown, each against the line of the event that named it last, and these lines against their events. */
export function rowsPart(tables: readonly SealedTable[]): RecordPart<'rows', RowFault> {
  return {
    name: 'rows',
    kinds: ['file', 'receipt', 'document', 'organisation', 'user'],
    async check(database, subjects) {
      const [found] = await select(database, Sealed, ROWS_SEALED, [subjects.organisationId]);
      const rowsOf = (table: SealedTable) => rowsOfSubjects(table, subjects.subjectKind);
      const report = await checkRows(readerOf(database), tables, {
        isSealed: found?.sealed ?? false,
        only: { ...subjects, rowsOf },
      });
      return outcomeOf(report, subjects.organisationId);
    },
    async checkAll(database) {
      const [found] = await select(database, AllSealed, ALL_ROWS_SEALED);
      const report = await checkRows(readerOf(database), tables, { isSealed: found?.sealed ?? false });
      return outcomeOf(report, found?.organisationId ?? NOBODY);
    },
  };
}

const readerOf = (database: SqlRunner) => database as Statements;

/** A row that no event names belongs to nobody: it is told of the organisation. */
function outcomeOf({ rows, unsealed, wrong, wrongLines }: RowsReport, organisationId: string): PartOutcome<RowFault> {
  const nobody = { subjectKind: 'organisation' as const, subjectId: organisationId };
  return {
    count: rows - unsealed,
    wrong: [
      ...wrong.map(({ name, fault, event }) => ({ ...(event ?? nobody), place: name, fault: `row_${fault}` as const })),
      ...wrongLines.map((event) => ({ ...event, place: event.sequence, fault: 'row_lines_changed' as const })),
    ],
  };
}
