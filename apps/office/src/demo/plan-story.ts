import { join } from 'node:path';
import { dayInIndia } from '@patravali/language';
import { demoFolder } from './story/demo-folder';
import { readMatters } from './past/matters';
import { dayByDay, tellPast } from './past/past-story';
import { workingDayAgo } from './story/working-time';
import { type PlannedStory, readStory } from './story/story';

/** Since when the Joint Director, Prosecution, has been on leave, in working days. */
const LEAVE_BEGAN = 12;

export interface DemoPlan extends PlannedStory {
  readonly leaveBegan: string;
}

/**
 * What the people of the demo office have done until now: the hand-made story, and, unless the demo is to be small, the three
 * months of work around it.
 */
export async function planStory({ now, small }: { readonly now: Date; readonly small: boolean }): Promise<DemoPlan> {
  const story = await readStory(join(demoFolder(), 'story.json'));
  const leave = workingDayAgo(LEAVE_BEGAN, now);
  const leaveBegan = dayInIndia(leave);
  if (small) {
    const steps = story.steps.map((step, index) => ({ key: String(index), at: now, step }));
    return { letters: story.letters, steps, leaveBegan };
  }
  const [handMade, past] = [dayByDay(story, now), tellPast(await readMatters(), now, leave)];
  const steps = [...past.steps, ...handMade.steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  return { letters: { ...past.letters, ...handMade.letters }, steps, leaveBegan };
}
