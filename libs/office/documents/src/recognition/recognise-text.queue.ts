import { SCHEDULE } from '@patravali/config';
import type { Queue } from '@patravali/database';
import { z } from 'zod';

/** Enqueued when a letter is diarised, and looked after every minute: for what was stored before, or was put off. */
export const RECOGNISE_TEXT: Queue = { name: 'recognise-text', data: z.object({}), cron: SCHEDULE.recogniseTexts };
