import { oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { PostId, Posts } from '../../organisation/contract/named-posts';

/** So many say that there is such a file already; nobody counts them. */
export const MOST_FILES_ALIKE = 3;

/** What is known of a file that is about to be opened. */
export const FileToOpen = z.strictObject({ subject: oneLine(1000), headId: z.uuid().optional() });
export type FileToOpen = z.infer<typeof FileToOpen>;

/** A file whose subject says about the same. */
export const FileAlike = z
  .object({
    id: z.uuid(),
    number: z.string(),
    subject: z.string(),
    holder: PostId.nullable(),
    /** It stands under the head that was named. */
    sameHead: z.boolean(),
  })
  .meta({ id: 'FileAlike' });
export type FileAlike = z.infer<typeof FileAlike>;

/** The newest first. */
export const FilesAlike = z.object({ items: z.array(FileAlike), posts: Posts }).meta({ id: 'FilesAlike' });
export type FilesAlike = z.infer<typeof FilesAlike>;

export const fileAlikeOperations = {
  findFilesAlike: operation('GET', '/files/alike', {
    summary: 'Find files whose subject says about the same',
    description:
      'Before a file is opened: most of the telling words are in both, in whatever form, language or spelling.',
    query: FileToOpen,
    answer: FilesAlike,
    shows: ['desk'],
  }),
};
