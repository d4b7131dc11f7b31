import { z } from 'zod';

const LONGEST_NAME = 200;

/** What a document is called when its sender says nothing. */
const UNNAMED = 'letter.pdf';

/** The name that the file had where it came from, without folders and without what no file name holds. */
export const UploadQuery = z.object({
  fileName: z
    .string()
    .max(1000)
    .default('')
    .transform((name) => tidy(name) || UNNAMED),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

function tidy(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .slice(-LONGEST_NAME)
    .toWellFormed();
}
