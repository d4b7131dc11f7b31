import { z } from 'zod';

/** Whose letters: those that bear the name of one post, those of one unit. */
export const OF_WHOM = { signatory: z.uuid().optional(), unit: z.uuid().optional() };
