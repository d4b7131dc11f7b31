import type { Addressee, DispatchMode, DispatchState, DispatchView, IssueView } from '@patravali/contract';
import { orNothing } from '../ui/forms/use-contract-form';

/** Somebody whom the letter must reach, and how it went. */
export interface Recipient {
  /** Counts through the addressees, then the copies, from 0. */
  index: number;
  addressee: Addressee;
  asCopy: boolean;
  /** Newest first. */
  dispatches: DispatchView[];
  /** It is on its way or there; nothing more to do. */
  served: boolean;
}

/** How a letter is about to leave, as it is typed. */
export interface Parcel {
  /** The index of the recipient. */
  recipient: number;
  mode: DispatchMode;
  email: string;
  trackingNumber: string;
  remarks: string;
}

const UNSERVED: readonly DispatchState[] = ['failed', 'returned'];

export function recipientsOf(issue: IssueView): Recipient[] {
  const all = [
    ...issue.addressees.map((addressee) => ({ addressee, asCopy: false })),
    ...issue.copyTo.map((addressee) => ({ addressee, asCopy: true })),
  ];
  return all.map(({ addressee, asCopy }, index) => {
    const dispatches = issue.dispatches
      .filter((dispatch) => dispatch.asCopy === asCopy && isSame(dispatch.addressee, addressee))
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
    const last = dispatches[0];
    return { index, addressee, asCopy, dispatches, served: last !== undefined && !UNSERVED.includes(last.state) };
  });
}

export function firstParcel({ index, addressee }: Recipient): Parcel {
  const mode = addressee.email ? 'email' : 'by_hand';
  return { recipient: index, mode, email: addressee.email ?? '', trackingNumber: '', remarks: '' };
}

/** Whether a tracking number belongs to that mode. */
export function isPosted(mode: DispatchMode): boolean {
  return mode === 'post' || mode === 'speed_post';
}

/** Only what belongs to the mode, and only what was filled in. */
export function dispatchRequest({ recipient, mode, email, trackingNumber, remarks }: Parcel) {
  return {
    recipient,
    mode,
    email: mode === 'email' ? orNothing(email) : undefined,
    trackingNumber: isPosted(mode) ? orNothing(trackingNumber) : undefined,
    remarks: orNothing(remarks),
  };
}

/** The e-mail address may have been filled in only when the letter was sent. */
function isSame(one: Addressee, other: Addressee): boolean {
  return one.name === other.name && one.designation === other.designation && one.address === other.address;
}
