import type { PartCounts, PartFault, PartName } from '@patravali/contract';
import { lettersPart } from '@patravali/correspondence';
import { approvalsPart } from '@patravali/drafts';
import { type PartReport, PartsCheck, type RecordPart } from '@patravali/ledger';
import { notesPart } from '@patravali/notes';

/** What of the record is held against the events beside it, by each check of it. */
export const RECORD_PARTS: readonly RecordPart<PartName, PartFault>[] = [notesPart, lettersPart, approvalsPart];

export type RecordPartReport = PartReport<PartName, PartFault>;

export const beginParts = (): PartsCheck<PartName, PartFault> => new PartsCheck(RECORD_PARTS);

export const countsOf = (reports: readonly RecordPartReport[]): PartCounts =>
  Object.fromEntries(reports.map(({ name, count }) => [name, count])) as PartCounts;
