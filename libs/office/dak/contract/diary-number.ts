import { z } from 'zod';

/** The number of a letter in the diary, and as it is read in Hindi, where it reads otherwise there. */
export const DIARY_NUMBER = { diaryNumber: z.string(), diaryNumberHi: z.string().nullable() };
/** The same of a letter that may be in no diary. */
export const DIARY_NUMBER_OR_NONE = { diaryNumber: z.string().nullable(), diaryNumberHi: z.string().nullable() };
