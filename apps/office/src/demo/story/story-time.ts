import type { OfficeClock } from '@patravali/database';
import { dayInIndia } from '@patravali/language';
import { dayFromToday } from './indian-days';
import { workingDayFrom } from './working-time';

/** What day it is in the office while a step of the story is done. */
export interface StoryTime {
  goTo(at: Date): Promise<void>;
  /** That many days after the day it is; negative is before. */
  day(days: number): string;
  /** That day, or the next one on which the office works. */
  workingDay(days: number): string;
}

/** Everything happens now. */
export const TODAY: StoryTime = {
  goTo: () => Promise.resolve(),
  day: (days) => dayFromToday(days),
  workingDay: (days) => workingDayFrom(dayFromToday(days)),
};

/** Everything happens when it is said to have happened: the office's clock is moved there. */
export class DaysGoneBy implements StoryTime {
  private now = new Date();

  constructor(private readonly clock: OfficeClock) {}

  async goTo(at: Date): Promise<void> {
    this.now = await this.clock.show(at);
  }

  day(days: number): string {
    return dayInIndia(new Date(this.now.getTime() + days * MS_PER_DAY));
  }

  workingDay(days: number): string {
    return workingDayFrom(this.day(days));
  }
}

const MS_PER_DAY = 86_400_000;
