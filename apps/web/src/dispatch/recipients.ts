import type { DispatchMode, Named, Sending } from '@patravali/contract';
import type { Translations } from '../language/use-translations';
import { orNothing } from '../ui/forms/use-contract-form';

/** How a letter is about to leave, as it is typed. */
export interface Parcel {
  /** Counts through the addressees, then the copies, from 0. */
  recipient: number;
  mode: DispatchMode;
  trackingNumber: string;
  remarks: string;
}

export function firstParcel({ recipient, email }: Named<Sending>): Parcel {
  return { recipient, mode: email === null ? 'by_hand' : 'email', trackingNumber: '', remarks: '' };
}

/** Whether a tracking number belongs to that mode. */
export function isPosted(mode: DispatchMode): boolean {
  return mode === 'post' || mode === 'speed_post';
}

/** Only what belongs to the mode, and only what was filled in; a mail goes to the address that the page shows. */
export function dispatchRequest(
  { recipient, mode, trackingNumber, remarks }: Parcel,
  sendings: readonly Named<Sending>[],
) {
  return {
    recipient,
    mode,
    email: mode === 'email' ? (sendings[recipient]?.email ?? undefined) : undefined,
    trackingNumber: isPosted(mode) ? orNothing(trackingNumber) : undefined,
    remarks: orNothing(remarks),
  };
}

/** What has been done, after some parcels were handed over: a mail has only been queued. */
export function doneSentence(modes: readonly DispatchMode[], t: Translations['t']): string {
  const mails = modes.filter((mode) => mode === 'email').length;
  const others = modes.length - mails;
  return [
    ...(others > 0 ? [t('dispatch.done', { count: others })] : []),
    ...(mails > 0 ? [t('dispatch.doneQueued', { count: mails })] : []),
  ].join(' ');
}
