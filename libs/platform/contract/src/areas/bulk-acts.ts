import { z } from 'zod';
import { operation } from '../operation';
import { Problem } from '../problem';
import { ForwardFile } from './movement';
import { ParkFile } from './parking';

/** So many files at once: as many as one looks through before one acts. */
export const MOST_FILES_AT_ONCE = 100;

/** What is done to each of the files; each is one act of its own. */
export const BulkAct = z.discriminatedUnion('kind', [
  ForwardFile.omit({ note: true, confirmNote: true, explanation: true }).extend({ kind: z.literal('forward') }),
  z.strictObject({ kind: z.literal('open') }),
  ParkFile.safeExtend({ kind: z.literal('park') }),
  z.strictObject({ kind: z.literal('follow') }),
]);
export type BulkAct = z.infer<typeof BulkAct>;
export type BulkActKind = BulkAct['kind'];

/** One act to be done to several files, each named once. */
export const ActOnFiles = z
  .strictObject({
    fileIds: z
      .array(z.uuid().toLowerCase())
      .min(1)
      .max(MOST_FILES_AT_ONCE)
      .refine((ids) => new Set(ids).size === ids.length, 'named-twice'),
    act: BulkAct,
  })
  .meta({ id: 'ActOnFiles' });
export type ActOnFiles = z.infer<typeof ActOnFiles>;

/** For each file, in the order in which they were named, why it could not be touched; null when it could. */
export const FilesChecked = z
  .object({ items: z.array(z.object({ id: z.uuid(), refusal: Problem.nullable() })) })
  .meta({ id: 'FilesChecked' });
export type FilesChecked = z.infer<typeof FilesChecked>;

/** What has become of each file: its new version, or why it was not touched. */
export const FilesActedOn = z
  .object({ items: z.array(z.object({ id: z.uuid(), version: z.int().nullable(), refusal: Problem.nullable() })) })
  .meta({ id: 'FilesActedOn' });
export type FilesActedOn = z.infer<typeof FilesActedOn>;

export const bulkActOperations = {
  /** Changes nothing. */
  checkBulkAct: operation('POST', '/desk/inbox/check', { body: ActOnFiles, answer: FilesChecked }),
  doBulkAct: operation('POST', '/desk/inbox/acts', { body: ActOnFiles, answer: FilesActedOn }),
};
