import type { PartFaultOf } from '@patravali/contract';
import type { SqlRunner } from '@patravali/database';
import {
  checkRows,
  type PartOutcome,
  type RecordPart,
  type Statements,
  type RowsReport,
  ROWS_SEALED,
  type SealedTable,
} from '@patravali/ledger';
import { rowsOfSubjects } from '../rows/subject-of-rows';

type RowFault = PartFaultOf<'rows'>;
const ALL_SEALED = `SELECT id AS "organisationId", (${ROWS_SEALED.replaceAll('$1', 'o.id')}) AS sealed FROM organisation o`;

/** All rows that people are shown, each against the line of the event that named it last, and these lines against their events. */
export function rowsPart(tables: readonly SealedTable[]): RecordPart<'rows', RowFault> {
  return {
    name: 'rows',
    kinds: ['file', 'receipt', 'document', 'organisation', 'user'],
    async check(database, subjects) {
      const reader = readerOf(database);
      const [found] = await reader.query<{ sealed: boolean }>(ROWS_SEALED, [subjects.organisationId]);
      const rowsOf = (table: SealedTable) => rowsOfSubjects(table, subjects.subjectKind);
      const report = await checkRows(reader, tables, {
        isSealed: found?.sealed ?? false,
        only: { ...subjects, rowsOf },
      });
      return outcomeOf(report, subjects.organisationId);
    },
    async checkAll(database) {
      const reader = readerOf(database);
      const offices = await reader.query<{ organisationId: string; sealed: boolean }>(ALL_SEALED);
      const isSealed = offices.every(({ sealed }) => sealed);
      return outcomeOf(await checkRows(reader, tables, { isSealed }), offices[0]?.organisationId ?? '');
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
