import { type CustodyChange } from '@patravali/custody';
import { NOW } from '@patravali/database';

/** What the custody of a file says once it is closed: it lies on no desk, and nothing is asked. */
export const ON_NO_DESK = {
  holderPostId: null,
  senderPostId: null,
  action: null,
  decision: null,
  recommendedTo: null,
  returned: false,
  dueOn: null,
  sentRemarks: null,
  since: NOW,
} as const satisfies CustodyChange;
