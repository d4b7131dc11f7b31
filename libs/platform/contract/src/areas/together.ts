import { z } from 'zod';
import { PostId } from '../named-posts';
import { operation } from '../operation';
import { Reason, typed } from '../page';
import { FILE_STATES, FileChanged } from './custody';

/** The part of `FILE_MOVES` that brings two files together, or apart. */
export const TOGETHER_MOVES = ['link', 'unlink', 'attach', 'detach'] as const;

/** Two files that concern each other; both stay independent. */
export const LinkFile = z.strictObject({ otherFileId: z.uuid() }).meta({ id: 'LinkFile' });
export type LinkFile = z.infer<typeof LinkFile>;
export const UnlinkFile = z.strictObject({ reason: Reason }).meta({ id: 'UnlinkFile' });
export type UnlinkFile = z.infer<typeof UnlinkFile>;

/** The file travels inside this one until it is detached. */
export const AttachFile = z.strictObject({ mainFileId: z.uuid() }).meta({ id: 'AttachFile' });
export type AttachFile = z.infer<typeof AttachFile>;
export const DetachFile = z.strictObject({ remarks: typed(2000).optional() }).meta({ id: 'DetachFile' });
export type DetachFile = z.infer<typeof DetachFile>;

/** Another file, as the head of a file names it. */
export const FileBeside = z
  .object({
    id: z.uuid(),
    number: z.string(),
    subject: z.string(),
    state: z.enum(FILE_STATES),
    holder: PostId.nullable(),
  })
  .meta({ id: 'FileBeside' });
export type FileBeside = z.infer<typeof FileBeside>;

/** The files with which this one is together, as far as one may read them. */
export const Together = z
  .object({
    /** Inside which it travels. */
    attachedTo: FileBeside.nullable(),
    /** What travels inside it. */
    attached: z.array(FileBeside),
    linked: z.array(FileBeside),
  })
  .meta({ id: 'Together' });
export type Together = z.infer<typeof Together>;

export const togetherOperations = {
  linkFile: operation('POST', '/files/:fileId/links', { body: LinkFile, answer: FileChanged, ifMatch: 'optional' }),
  unlinkFile: operation('POST', '/files/:fileId/links/:otherFileId/unlink', {
    body: UnlinkFile,
    answer: FileChanged,
    ifMatch: 'optional',
  }),
  attachFile: operation('POST', '/files/:fileId/attach', { body: AttachFile, answer: FileChanged, ifMatch: 'optional' }),
  detachFile: operation('POST', '/files/:fileId/detach', { body: DetachFile, answer: FileChanged, ifMatch: 'optional' }),
};
