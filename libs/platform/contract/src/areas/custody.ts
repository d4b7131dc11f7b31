import { z } from 'zod';

export const FILE_STATES = ['on_desk', 'closed'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What a command on a file answers; the page then reads the file again. */
export const FileChanged = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'FileChanged' });
export type FileChanged = z.infer<typeof FileChanged>;
