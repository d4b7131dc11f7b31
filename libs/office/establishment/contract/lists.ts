import { operation } from '@patravali/contract-base';
import { z } from 'zod';
import { DeclaredDay } from '../../organisation/contract/calendar';

/** Of a file with a list. */
export const MOST_LIST_BYTES = 1_500_000;
/** Below the names of its columns. */
export const MOST_LIST_ROWS = 10_000;
const IN_BASE64 = Math.ceil(MOST_LIST_BYTES / 3) * 4;

/** A workbook (XLSX) or comma-separated values in UTF-8, in base64: the first row names the columns. */
export const UploadedList = z.base64().min(1).max(IN_BASE64);

/** What a file is refused with before its rows are looked at. */
export const LIST_REFUSALS = [
  'list-unreadable',
  'list-too-large',
  'list-not-plain',
  'list-without-columns',
  'list-unread',
] as const;

export const LIST_MISTAKES = ['missing', 'no-day', 'another-year', 'twice', 'not-offered', 'too-long'] as const;
export type ListMistakeCode = (typeof LIST_MISTAKES)[number];

/** What a list says of a day: `declareDays` has it as `works` and `restricted`. */
export const DAY_KINDS = ['holiday', 'restricted', 'working'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export const DAY_COLUMNS = ['day', 'nameHi', 'nameEn', 'kind'] as const;
export type DayColumn = (typeof DAY_COLUMNS)[number];

export const DayListRead = z
  .object({
    /** What would be declared, in the order of the days. */
    days: z.array(z.object({ row: z.int(), declared: DeclaredDay, change: z.enum(['added', 'changed', 'same']) })),
    /** What is wrong, by the row of the sheet. Nothing is to be declared before it is put right. */
    mistakes: z.array(z.object({ row: z.int(), column: z.enum(DAY_COLUMNS), code: z.enum(LIST_MISTAKES) })),
  })
  .meta({ id: 'DayListRead' });
export type DayListRead = z.infer<typeof DayListRead>;

export const ReadDayList = z
  .strictObject({ year: z.int().min(2000).max(2200), list: UploadedList })
  .meta({ id: 'ReadDayList' });
export type ReadDayList = z.infer<typeof ReadDayList>;

export const listOperations = {
  readDayList: operation('POST', '/calendar/list', {
    summary: 'Read a list of holidays without declaring them',
    description:
      'Changes nothing: says which days of the list would be added or changed, and what is wrong in which row and column. `declareDays` then takes the days.',
    body: ReadDayList,
    answer: DayListRead,
    changes: [],
    refuses: [LIST_REFUSALS, 'too-busy'],
  }),
};
