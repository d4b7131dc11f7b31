import { daysIn, type DayIn } from './days-in';
import { placeOf, type Line, type Reading } from './letter-lines';
import { datesLabelled } from './letter-number';
import type { LetterParts } from './letter-parts';

/** A letter is on its way for months at most; an older date is rather misread. */
const OLDEST_DAYS = 400;
const DAY_MS = 86_400_000;
/** A date stands right behind its label. */
const NEAR = 8;
/** Of an application the date stands beside the signature. */
const AROUND = 5;

interface Dated {
  readonly line: Line;
  readonly day: DayIn;
  readonly labelled: boolean;
  /** Nothing else stands in the line but a place. */
  readonly alone: boolean;
}

/** The date of the letter; one that is still to come was misread, or is another. */
export function dateOf(parts: LetterParts, today: string): Reading | null {
  const head = parts.lines.slice(0, parts.headEnd).flatMap(datedIn);
  const { closing, lines } = parts;
  const end = closing
    ? lines.slice(Math.max(parts.headEnd, closing.line - 2), closing.line + AROUND)
    : lines.slice(-AROUND);
  const foot = end.flatMap(datedIn).filter(({ labelled, alone }) => labelled && alone);
  const past = ({ day }: Dated) => day.day <= today;
  const chosen =
    head.filter(past).find(({ labelled }) => labelled) ??
    head.filter(past).find(({ alone }) => alone) ??
    (head.some(({ labelled }) => labelled) ? undefined : foot.find(past)) ??
    head.find(past);
  if (!chosen) return null;
  const { line, day, labelled, alone } = chosen;
  const others = head.filter((each) => each.labelled && each.day.day !== day.day);
  const recent = (Date.parse(today) - Date.parse(day.day)) / DAY_MS <= OLDEST_DAYS;
  const certain = day.clear && recent && (labelled || alone) && others.length === 0;
  return { value: day.day, certain, at: placeOf(line, day.at, line, day.end) };
}

function datedIn(line: Line): Dated[] {
  const labels = datesLabelled(line.text);
  return daysIn(line.text).map((day) => {
    const labelled = labels.some((end) => end <= day.at && line.text.slice(end, day.at).trim().length <= NEAR);
    const rest = `${line.text.slice(0, day.at)} ${line.text.slice(day.end)}`;
    return { line, day, labelled, alone: rest.split(/[\s:,.]+/u).filter((word) => /\p{L}/u.test(word)).length <= 3 };
  });
}
