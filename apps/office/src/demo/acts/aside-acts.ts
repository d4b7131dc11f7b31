import { LONGEST_UNTIL_REVIEW } from '@patravali/contract';
import { FollowFile, ParkFile, PutInCallBook, RemindHolder, SetReminder } from '@patravali/movement';
import type { Acts, StoryContext } from '../story/story-context';

/** What desks set aside, what they follow, and of what they remind. */
export function asideActs({ office, names, time }: StoryContext): Acts<'park' | 'putInCallBook' | 'follow' | 'remind'> {
  return {
    park: async (actor, { file, days, remarks }) => {
      const until = days === undefined ? null : time.day(days);
      const request = { until, event: 'reply_received', remarks } as const;
      await office.get(ParkFile).execute(actor, names.find('file', file), request);
    },
    putInCallBook: async (actor, { file, reason }) => {
      const request = { cause: 'court', reason, reviewOn: time.day(LONGEST_UNTIL_REVIEW) } as const;
      await office.get(PutInCallBook).execute(actor, names.find('file', file), request);
    },
    follow: async (actor, { file, remindInDays, words }) => {
      const id = names.find('file', file);
      if (remindInDays === undefined || words === undefined) await office.get(FollowFile).execute(actor, id);
      else await office.get(SetReminder).execute(actor, id, { on: time.day(remindInDays), words });
    },
    remind: async (actor, { file, words }) => {
      await office.get(RemindHolder).execute(actor, names.find('file', file), { words });
    },
  };
}
