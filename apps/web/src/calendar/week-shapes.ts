import type { CalendarYear, RestDay } from '@patravali/contract';

const EVERY_WEEK = [1, 2, 3, 4, 5];
const SUNDAY: RestDay = { weekday: 'sunday', weeks: EVERY_WEEK };

/** The weeks that offices have, by the days on which they rest. */
export const WEEK_SHAPES: Readonly<Record<WeekShape, readonly RestDay[]>> = {
  six: [SUNDAY],
  secondSaturday: [SUNDAY, { weekday: 'saturday', weeks: [2] }],
  twoSaturdays: [SUNDAY, { weekday: 'saturday', weeks: [2, 4] }],
  five: [SUNDAY, { weekday: 'saturday', weeks: EVERY_WEEK }],
};
export type WeekShape = 'six' | 'secondSaturday' | 'twoSaturdays' | 'five';
export const SHAPES = Object.keys(WEEK_SHAPES) as WeekShape[];

const inText = (restDays: CalendarYear['restDays']): string =>
  restDays
    .map(({ weekday, weeks }) => `${weekday} ${weeks.join(' ')}`)
    .sort()
    .join();

/** Which of them an office has; null where it has another. */
export const shapeOf = (restDays: CalendarYear['restDays']): WeekShape | null =>
  SHAPES.find((shape) => inText([...WEEK_SHAPES[shape]]) === inText(restDays)) ?? null;
