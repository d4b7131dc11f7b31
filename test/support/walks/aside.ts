import type { Actor } from '@patravali/authorization';
import {
  FollowFile,
  ParkFile,
  PutInCallBook,
  RemindHolder,
  ReviewCallBook,
  StartClock,
  StopClock,
  TakeOutOfCallBook,
  TakeUpFile,
  UnfollowFile,
} from '@patravali/movement';
import type { AsideStep } from '../model/aside';
import type { ClockStep } from '../model/clock';
import { stopping } from './shown-clocks';
import type { TestOffice } from '../office/test-office';

const reason = 'नियमानुसार';

/** Sets the file aside, follows it or stops the clock of its desk, in the office. */
export function actAside(
  office: TestOffice,
  { by, fileId }: { readonly by: Actor; readonly fileId: string },
  step: AsideStep | ClockStep,
): Promise<unknown> {
  switch (step.does) {
    case 'park':
      return office.get(ParkFile).execute(by, fileId, {
        until: step.until,
        event: step.reply ? 'reply_received' : step.opinion ? 'consultation_answered' : null,
      });
    case 'take_up':
      return office.get(TakeUpFile).execute(by, fileId);
    case 'call_book':
      return office.get(PutInCallBook).execute(by, fileId, { cause: 'court', reason, reviewOn: step.on });
    case 'review':
      return office.get(ReviewCallBook).execute(by, fileId, { reviewOn: step.on });
    case 'take_out':
      return office.get(TakeOutOfCallBook).execute(by, fileId, {});
    case 'stop_clock':
      return office.get(StopClock).execute(by, fileId, stopping(step));
    case 'start_clock':
      return office.get(StartClock).execute(by, fileId);
    case 'remind':
      return office.get(RemindHolder).execute(by, fileId, {});
    case 'follow':
      return office.get(FollowFile).execute(by, fileId);
    case 'unfollow':
      return office.get(UnfollowFile).execute(by, fileId);
  }
}
