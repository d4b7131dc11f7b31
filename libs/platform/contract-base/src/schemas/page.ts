import { z } from 'zod';
import { keptText } from './kept-text';

/** Text in both languages of the office. */
export const Bilingual = z.object({ hi: z.string(), en: z.string() }).meta({ id: 'Bilingual' });
export type Bilingual = z.infer<typeof Bilingual>;

/** A calendar day in India, `YYYY-MM-DD`. */
export const Day = z.iso.date();
/** An instant in UTC to the millisecond, always written alike: `2026-01-02T03:04:05.678Z`. */
export const Instant = z.iso.datetime({ precision: 3 });

/** How every list is asked for: by key, never by offset. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** The rows of a page as they are read. */
export interface PageRows<T> {
  items: T[];
  next: string | null;
}

/**
 * Text that can be stored: as it is kept, without NUL, which PostgreSQL does not take, and without half characters, which
 * would come back as another one.
 */
export function storable() {
  return z
    .string()
    .overwrite(keptText)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), { error: 'not-storable', abort: true });
}

/** A short text that a person types: trimmed, storable, not empty. */
export function typed(max: number) {
  return storable().trim().min(1).max(max);
}

/** Line breaks, and whatever else a line does not hold; a tab is a space. */
const NOT_ON_A_LINE = /(?!\t)[\p{Cc}\u2028\u2029]/u;

/** A short text on one line: it cannot end the line that it is put into, in a register as in a mail. */
export function oneLine(max: number) {
  return typed(max).refine((text) => !NOT_ON_A_LINE.test(text), 'one-line');
}

/** Why it was done; asked for where the manual wants it recorded. */
export const Reason = typed(2000);

/** What a spreadsheet program opens as a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A register between two days, inclusive; newest first. */
export const RegisterQuery = PageQuery.extend({ from: Day.optional(), to: Day.optional() });
export type RegisterQuery = z.infer<typeof RegisterQuery>;
