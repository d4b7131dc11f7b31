/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ClearReminder } from './follow-up/clear-reminder';
export { FollowFile } from './follow-up/follow-file';
export { RemindHolder } from './follow-up/remind-holder';
export { SetReminder } from './follow-up/set-reminder';
export { UnfollowFile } from './follow-up/unfollow-file';
export { ForwardFile } from './forward-file';
export { OpenFile } from './open-file';
export { ParkFile } from './parking/park-file';
export { PutInCallBook } from './parking/put-in-call-book';
export { ReviewCallBook } from './parking/review-call-book';
export { TakeOutOfCallBook } from './parking/take-out-of-call-book';
export { TakeUpFile } from './parking/take-up-file';
export { PullBackFile } from './pull-back-file';
export { PutUpForCorrection } from './put-up-for-correction';
export { ReturnCorrection } from './return-correction';
export { ReturnFile } from './return-file';
