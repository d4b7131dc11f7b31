import type { PartCounts, PartFault, PartName } from '@patravali/contract';
import { lettersPart } from '@patravali/correspondence';
import { approvalsPart } from '@patravali/drafts';
import { type PartReport, PartsCheck, type RecordPart, type SealedTable } from '@patravali/ledger';
import { notesPart } from '@patravali/notes';
import { rowsPart } from './rows-part';

/** What of the record is held against the events beside it, by each check of it. */
const recordParts = (tables: readonly SealedTable[]): readonly RecordPart<PartName, PartFault>[] => [
  notesPart,
  lettersPart,
  approvalsPart,
  rowsPart(tables),
];

export type RecordPartReport = PartReport<PartName, PartFault>;

export const beginParts = (tables: readonly SealedTable[]): PartsCheck<PartName, PartFault> =>
  new PartsCheck(recordParts(tables));

export const countsOf = (reports: readonly RecordPartReport[]): PartCounts =>
  Object.fromEntries(reports.map(({ name, count }) => [name, count])) as PartCounts;
