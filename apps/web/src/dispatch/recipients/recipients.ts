import { type DispatchMode, isPosted, type Named, type Sending } from '@patravali/contract';
import type { Translations } from '../../language/use-translations';
import { orNothing } from '../../ui/forms/use-contract-form';

/** How a letter is about to leave, as it is typed. */
export interface Parcel {
  /** Counts through the addressees, then the copies, from 0. */
  recipient: number;
  mode: DispatchMode;
  toPostId: string | null;
  trackingNumber: string;
  /** In rupees. */
  postage: string;
  remarks: string;
}

/** What failed or came back goes again as it went before, unless somebody chooses otherwise. */
export function firstParcel({ recipient, email, dispatches }: Named<Sending>): Parcel {
  const first = email === null ? 'by_hand' : 'email';
  const before = dispatches.at(-1)?.mode ?? first;
  const mode = before === 'email' || before === 'within_office' ? first : before;
  return { recipient, mode, toPostId: null, trackingNumber: '', postage: '', remarks: '' };
}

/** Rupees as they are typed, in paise; nothing for an empty field. */
export function inPaise(rupees: string): number | undefined {
  const typed = orNothing(rupees.trim());
  return typed === undefined ? undefined : Math.round(Number(typed) * 100);
}

/** Paise as rupees are written; empty where nothing was entered. */
export const inRupees = (paise: number | null): string => (paise === null ? '' : (paise / 100).toFixed(2));

/** Only what belongs to the mode, and only what was filled in; a mail goes to the address that the page shows. */
export function dispatchRequest(
  { recipient, mode, toPostId, trackingNumber, postage, remarks }: Parcel,
  sendings: readonly Named<Sending>[],
) {
  return {
    recipient,
    mode,
    email: mode === 'email' ? (sendings[recipient]?.email ?? undefined) : undefined,
    toPostId: mode === 'within_office' ? (toPostId ?? undefined) : undefined,
    trackingNumber: isPosted(mode) ? orNothing(trackingNumber) : undefined,
    postage: isPosted(mode) ? inPaise(postage) : undefined,
    remarks: orNothing(remarks),
  };
}

/** What has been done, after some parcels were handed over: a mail has only been queued. */
export function doneSentence(modes: readonly DispatchMode[], t: Translations<'outward'>['t']): string {
  const mails = modes.filter((mode) => mode === 'email').length;
  const others = modes.length - mails;
  return [
    ...(others > 0 ? [t('dispatch.done', { count: others })] : []),
    ...(mails > 0 ? [t('dispatch.doneQueued', { count: mails })] : []),
  ].join(' ');
}
