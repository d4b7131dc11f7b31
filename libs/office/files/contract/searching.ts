import { Day, keptText, oneLine, PageQuery } from '@patravali/contract-base';
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

/** What is found beside files, in the order in which it is told: `scan` is what was read on the pages of a received letter. */
export const SEARCH_KINDS = ['note', 'receipt', 'draft', 'issue', 'scan', 'person', 'post'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What is looked for, files first. */
export const SOUGHT_KINDS = ['file', ...SEARCH_KINDS] as const;

/** Words, numbers or names as they are typed. */
const Typed = z.string().overwrite(keptText).trim().max(200);

const PLACES = {
  /** The days on which it was opened, written, received or issued. */
  from: Day.optional(),
  to: Day.optional(),
  /** Whose file it is; where it was written, diarised or issued; where somebody sits. */
  unitId: z.uuid().optional(),
  /** The post that has now the file, or the one in which it stands; of a letter without a file, the letter. */
  holderId: z.uuid().optional(),
  /** Of that file or letter. */
  state: z.enum(SOUGHT_STATES).optional(),
};

/** By which words everything is searched, and to what that is narrowed. */
export const SEARCHED = {
  q: Typed.min(1),
  ...PLACES,
  /** Words by which the sender is called, as the question itself is typed. */
  sender: oneLine(100).optional(),
};

/** A search as somebody keeps it; without words, of files alone. */
export const KeptSearch = z
  .strictObject({ ...SEARCHED, q: SEARCHED.q.optional(), kind: z.enum(SOUGHT_KINDS).optional() })
  .meta({ id: 'KeptSearch' });
export type KeptSearch = z.infer<typeof KeptSearch>;

/** Number, computer number or words of the subject; without `q` all that one may read, newest first. */
export const FindFiles = PageQuery.extend({ q: Typed.optional(), ...PLACES }).refine(
  ({ from, to }) => from === undefined || to === undefined || from <= to,
  { error: 'ends-before-it-begins', path: ['to'] },
);
export type FindFiles = z.infer<typeof FindFiles>;
