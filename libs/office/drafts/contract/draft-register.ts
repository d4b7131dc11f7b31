import { oneLine, operation, RegisterQuery, XLSX } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { DRAFT_STATES, DraftRow } from './drafts';

/** The drafts on the files that one may read, between two days of their last change. */
export const FindDrafts = RegisterQuery.extend({
  signatory: z.uuid().optional(),
  /** The unit of the signatory. */
  unit: z.uuid().optional(),
  state: z.enum(DRAFT_STATES).optional(),
  /** In the name of the addressee. */
  party: oneLine(300).optional(),
  /** In the number that was drawn for the letter. */
  numberHas: oneLine(100).optional(),
  /** The post on whose desk the file lies. */
  desk: z.uuid().optional(),
});
export type FindDrafts = z.infer<typeof FindDrafts>;

export const draftRegisterOperations = {
  findDrafts: operation('GET', '/drafts', {
    summary: 'Find drafts',
    query: FindDrafts,
    answer: pageOf(DraftRow),
  }),
  downloadDraftsCsv: operation('GET', '/drafts.csv', {
    summary: 'Export the drafts as CSV',
    query: FindDrafts,
    media: 'text/csv',
    perMinute: 30,
  }),
  downloadDraftsXlsx: operation('GET', '/drafts.xlsx', {
    summary: 'Export the drafts as a spreadsheet',
    query: FindDrafts,
    media: XLSX,
    perMinute: 30,
  }),
};
