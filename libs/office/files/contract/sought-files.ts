import { Day, keptText, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { SOUGHT_STATES } from '../../custody/contract/file-life';

/**
 * To what a search may be narrowed: days, the unit of whoever wrote, diarised or issued it, who sent the letter, the post that has it
 * now, and its state.
 */
export const SEARCH_FILTERS = ['days', 'unit', 'sender', 'holder', 'state'] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];

/** Files, and what stands in them, came from nobody outside. */
export const FILE_FILTERS = ['days', 'unit', 'holder', 'state'] as const satisfies readonly SearchFilter[];

/** Number, computer number or words of the subject; without `q` all that one may read, newest first. */
export const FindFiles = PageQuery.extend({
  q: z.string().overwrite(keptText).trim().max(200).optional(),
  /** The days on which it was opened. */
  from: Day.optional(),
  to: Day.optional(),
  /** Whose file it is. */
  unitId: z.uuid().optional(),
  /** The post that has it now. */
  holderId: z.uuid().optional(),
  state: z.enum(SOUGHT_STATES).optional(),
}).refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
  error: 'ends-before-it-begins',
  path: ['to'],
});
export type FindFiles = z.infer<typeof FindFiles>;
