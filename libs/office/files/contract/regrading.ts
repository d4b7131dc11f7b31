import { operation, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { FileChanged } from '../../custody/contract/custody';
import { GRADINGS } from '../../organisation/contract/vocabulary';
import { NOT_TO_REGRADE } from './refusals';

/** The grading as it shall be from now on, higher or lower, and who may read with it. */
export const RegradeFile = z.strictObject({ grading: z.enum(GRADINGS), reason: Reason }).meta({ id: 'RegradeFile' });
export type RegradeFile = z.infer<typeof RegradeFile>;

export const CheckRegrading = z.strictObject({ grading: z.enum(GRADINGS) });
export type CheckRegrading = z.infer<typeof CheckRegrading>;

/** What a higher grading of a file takes along, and what it puts out of reach: how many of each. A lower one touches nothing else. */
export const RegradingTouches = z
  .object({
    /** Parts that are graded with it. */
    parts: z.int(),
    /** Other volumes that are graded with it. */
    volumes: z.int(),
    /** Posts that read one of them now, and none that have not held it will. Auditors besides. */
    readers: z.int(),
    /** Posts whose opinion is awaited: they are asked no longer. */
    questions: z.int(),
    /** Participants of discussions who are shown no longer what was noted. */
    discussions: z.int(),
    /** PDFs and bundles that were asked for, and are not opened any more by who asked. */
    pdfs: z.int(),
    /** Files that are linked to them, or travel inside: they stay as they are, and name them only to who reads them. */
    linked: z.int(),
    attached: z.int(),
  })
  .meta({ id: 'RegradingTouches' });
export type RegradingTouches = z.infer<typeof RegradingTouches>;

/** In the order in which they are told. */
export const REGRADING_TOUCHES = Object.keys(RegradingTouches.shape) as (keyof RegradingTouches)[];

export const FileRegraded = FileChanged.extend({ touched: RegradingTouches }).meta({ id: 'FileRegraded' });
export type FileRegraded = z.infer<typeof FileRegraded>;

export const regradingOperations = {
  checkRegrading: operation('GET', '/files/:fileId/grading', {
    summary: 'Count what a change of the security grading touches',
    description: 'Asked before the grading is changed, by whoever may change it. Changes nothing.',
    query: CheckRegrading,
    answer: RegradingTouches,
    shows: ['file', 'consultations'],
    refuses: [NOT_TO_REGRADE],
  }),
  regradeFile: operation('PUT', '/files/:fileId/grading', {
    summary: 'Change the security grading of a file',
    description:
      'Upwards it takes the parts and the other volumes of the file along, and withdraws what is asked of other posts.',
    body: RegradeFile,
    example: { grading: 'confidential', reason: 'An inquiry has begun.' },
    answer: FileRegraded,
    ifMatch: 'required',
    changes: ['desk', 'file', 'consultations', 'parkings'],
    move: 'regrade',
    event: 'file.regraded',
    refuses: ['attached-more-graded', 'letters-more-graded', 'part-below-main', 'part-inside-lower'],
  }),
};
