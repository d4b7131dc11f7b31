import { operation, Reason, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { FileChanged, FileCreated } from '../../custody/contract/custody';
import { FILE_STATES } from '../../custody/contract/file-life';
import { PostId } from '../../organisation/contract/named-posts';
import { CASE_UNFINISHED } from './refusals';
import { OpenVolume } from './volumes';

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

/** A part is opened of a file that is away: with its number and subject, and a sheet of its own. */
export const OpenPart = z.strictObject({ remarks: typed(2000).optional() }).meta({ id: 'OpenPart' });
export type OpenPart = z.infer<typeof OpenPart>;

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

/** A part of a file. Whoever reads the file is told that it is there and where it lies; to read it is another thing. */
export const PartOfFile = FileBeside.omit({ subject: true })
  .extend({ part: z.int(), incorporated: z.boolean() })
  .meta({ id: 'PartOfFile' });
export type PartOfFile = z.infer<typeof PartOfFile>;

/** A volume of a file, as the others name it, with where it ends. */
export const VolumeOfFile = FileBeside.omit({ subject: true })
  .extend({ volume: z.int(), lastNote: z.int(), lastPage: z.int() })
  .meta({ id: 'VolumeOfFile' });
export type VolumeOfFile = z.infer<typeof VolumeOfFile>;

/** The files with which this one is together, as far as one may read them. */
export const Together = z
  .object({
    /** Inside which it travels. */
    attachedTo: FileBeside.nullable(),
    /** What travels inside it. */
    attached: z.array(FileBeside),
    linked: z.array(FileBeside),
    /** Of which it is a part, and which one. */
    mainFile: FileBeside.nullable(),
    part: z.int().nullable(),
    /** Its notes stand on the sheet of the main file. */
    incorporated: z.boolean(),
    parts: z.array(PartOfFile),
    /** The number of this volume: a file that was never continued is its own first. */
    volume: z.int(),
    /** Which it continues, and in which it is continued; told as parts are. */
    earlierVolume: VolumeOfFile.nullable(),
    laterVolume: VolumeOfFile.nullable(),
  })
  .meta({ id: 'Together' });
export type Together = z.infer<typeof Together>;

export const togetherOperations = {
  linkFile: operation('POST', '/files/:fileId/links', {
    summary: 'Link two files that concern each other',
    body: LinkFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'link',
    event: 'file.linked',
    refuses: ['already-linked', 'linked-to-itself', 'unknown-file'],
  }),
  unlinkFile: operation('POST', '/files/:fileId/links/:otherFileId/unlink', {
    summary: 'Unlink two files',
    body: UnlinkFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'unlink',
    event: 'file.unlinked',
    refuses: ['not-linked'],
  }),
  attachFile: operation('POST', '/files/:fileId/attach', {
    summary: 'Attach a file to a main file',
    body: AttachFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'attach',
    event: 'file.attached',
    refuses: [
      'attached-more-graded',
      'attached-on-one-level',
      'attached-to-itself',
      'files-on-two-desks',
      'note-in-the-way',
      'unknown-file',
    ],
  }),
  openPart: operation('POST', '/files/:fileId/parts', {
    summary: 'Open a part of a file that is away',
    body: OpenPart,
    answer: FileCreated,
    status: 201,
    changes: ['desk', 'file'],
    move: 'open_part',
    event: 'file.part_opened',
    refuses: ['grading-needs-officer', 'main-file-here', 'part-of-part', 'urgency-needs-officer', 'urgency-not-in-use'],
  }),
  incorporatePart: operation('POST', '/files/:fileId/incorporate', {
    summary: 'Incorporate a part into its main file',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'incorporate',
    event: 'file.part_incorporated',
    refuses: [
      'drafts-open',
      'files-attached',
      'files-on-two-desks',
      'letters-unsent',
      'no-part',
      'note-in-the-way',
      'opinions-awaited',
      'part-more-graded',
    ],
  }),
  openVolume: operation('POST', '/files/:fileId/volumes', {
    summary: 'Open the next volume of a file',
    body: OpenVolume,
    answer: FileCreated,
    status: 201,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'open_volume',
    event: 'file.volume_opened',
    refuses: [CASE_UNFINISHED, 'explanation-needed', 'note-in-the-way', 'part-not-closed-alone', 'volume-of-part'],
  }),
  detachFile: operation('POST', '/files/:fileId/detach', {
    summary: 'Detach a file from its main file',
    body: DetachFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'detach',
    event: 'file.detached',
  }),
};
