import type { Formula } from '../questions/formula';

/**
 * What an entry says beside its words, so that the index itself narrows what is found: day, month and year, from which post, and of
 * which unit. No word has such a sign.
 */
const [DAY, MONTH, YEAR, POST, UNIT] = ['@d', '@m', '@y', '@p', '@u'];

/** The end of an id, of 48 random bits, tells it from the others of its office: as hexadecimal digits. */
const TELLING = 12;

/** Days beyond these are not told apart from them. Days, months and years are counted from the first, so that a mark is short. */
const [FIRST, LAST] = ['1900-01-01', '2099-12-31'];
const FIRST_YEAR = 1900;
const DAY_MS = 86_400_000;

/** To what a search is narrowed: as a `tsquery`, and for each condition the marks of which one must be there. */
export interface Narrowing {
  readonly query: string;
  readonly stems: readonly (readonly string[])[];
}

interface Marked {
  readonly day?: string;
  readonly post?: string;
  readonly unit?: string;
}

/** The marks of an item as a `tsvector`, in SQL. These are expressions, and may be null. */
export function marksOf({ day, post, unit }: Marked): string {
  const marks = [
    ...(day === undefined
      ? []
      : [
          `'${DAY}' || to_hex(${day} - DATE '${FIRST}')`,
          `'${MONTH}' || to_hex(${yearOf(day)} * 12 + date_part('month', ${day})::integer - 1)`,
          `'${YEAR}' || to_hex(${yearOf(day)})`,
        ]),
    ...(post === undefined ? [] : [markOf(POST, post)]),
    ...(unit === undefined ? [] : [markOf(UNIT, unit)]),
  ];
  return `array_to_tsvector(array_remove(ARRAY[${marks.join(', ')}]::text[], NULL))`;
}

const yearOf = (day: string): string => `(date_part('year', ${day})::integer - ${FIRST_YEAR})`;

interface NarrowedTo {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly postIds?: readonly string[] | undefined;
  readonly unitId?: string | undefined;
  /** The words by which its sender is called. */
  readonly sender?: Formula | undefined;
}

/** Null where nothing can be such. */
export function narrowingTo({ from, to, postIds, unitId, sender }: NarrowedTo): Narrowing | null {
  const marks = [
    ...(from === undefined && to === undefined ? [] : [marksOfDays(from ?? FIRST, to ?? LAST)]),
    ...(postIds === undefined ? [] : [postIds.map((id) => marked(POST, id))]),
    ...(unitId === undefined ? [] : [[marked(UNIT, unitId)]]),
  ];
  if (marks.some((one) => one.length === 0)) return null;
  const queries = [
    ...marks.map((one) => `(${one.map((mark) => `'${mark}'`).join(' | ')})`),
    ...(sender === undefined ? [] : [`(${weighted(sender.query)})`]),
  ];
  return { query: queries.join(' & '), stems: [...marks, ...(sender?.stems ?? [])] };
}

/** The mark of an id: as an expression in SQL, and by itself. */
const markOf = (mark: string, id: string): string =>
  `'${mark}' || encode(decode(right(${id}::text, ${TELLING}), 'hex'), 'base64')`;
const marked = (mark: string, id: string): string => mark + Buffer.from(id.slice(-TELLING), 'hex').toString('base64');

/** The words of a sender bear a weight: they stand in other places without it. */
const weighted = (query: string): string => query.replace(/'[^']+'/g, (stem) => `${stem}:A`);

/** The years, months and days of which the span is made, as few as can be. */
function marksOfDays(from: string, to: string): string[] {
  const marks: string[] = [];
  const last = to < LAST ? to : LAST;
  for (let day = from > FIRST ? from : FIRST; day <= last;) {
    const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
    const [endOfYear, endOfMonth] = [`${year}-12-31`, lastOfMonth(month)];
    if (day === `${year}-01-01` && endOfYear <= last) {
      marks.push(YEAR + (Number(year) - FIRST_YEAR).toString(16));
      day = after(endOfYear);
    } else if (day === `${month}-01` && endOfMonth <= last) {
      marks.push(MONTH + ((Number(year) - FIRST_YEAR) * 12 + Number(month.slice(5)) - 1).toString(16));
      day = after(endOfMonth);
    } else {
      marks.push(DAY + ((Date.parse(day) - Date.parse(FIRST)) / DAY_MS).toString(16));
      day = after(day);
    }
  }
  return marks;
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const after = (day: string): string => isoDay(Date.parse(day) + DAY_MS);

function lastOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return isoDay(Date.UTC(year, number, 0));
}
