import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest, ReceiptView } from '@patravali/contract';
import {
  CloseReceipt,
  CreateReceipt,
  ForwardReceipt,
  OpenReceipt,
  PullBackReceipt,
  ReceiptViewQuery,
  RedirectReceipt,
  ReopenReceipt,
  ReturnReceipt,
  SeeReceiptCopy,
} from '@patravali/dak';
import { Refusal } from '@patravali/errors';
import type { TestOffice } from '../office/office';

export const REASON = 'यह विषय अन्य पटल का है';
export const NO_FILE_NEEDED = 'मात्र सूचनार्थ; कार्यवाही अपेक्षित नहीं';

/** What people do with a letter that came in. */
export function withReceipts(office: () => TestOffice) {
  const diarise = async (by: Actor, more: object = {}) => {
    const entry = { subject: 'भवन की मरम्मत', senderName: 'खण्ड शिक्षा अधिकारी', receivedOn: '2020-01-20' };
    const request = {
      ...entry,
      deliveryMode: 'post',
      language: 'hi',
      documentId: await office().newDocument(by),
      ...more,
    };
    return (await office().get(CreateReceipt).execute(by, CreateReceiptRequest.parse(request))).id;
  };
  const forward = (by: Actor, id: string, to: Actor, copyTo: readonly Actor[] = [], more: object = {}) =>
    office()
      .get(ForwardReceipt)
      .execute(by, id, {
        toPostId: to.postId,
        action: 'for_necessary_action',
        copyToPostIds: copyTo.map(({ postId }) => postId),
        ...more,
      });
  const open = (by: Actor, id: string) => office().get(OpenReceipt).execute(by, id);
  const pullBack = (by: Actor, id: string, ifMatch?: number) =>
    office().get(PullBackReceipt).execute(by, id, {}, ifMatch);
  const giveBack = (by: Actor, id: string) => office().get(ReturnReceipt).execute(by, id, { reason: REASON });
  const redirect = (by: Actor, id: string, to: Actor) =>
    office().get(RedirectReceipt).execute(by, id, { toPostId: to.postId, reason: REASON });
  const close = (by: Actor, id: string, ifMatch?: number) =>
    office().get(CloseReceipt).execute(by, id, { reason: NO_FILE_NEEDED }, ifMatch);
  const reopen = (by: Actor, id: string, ifMatch?: number) =>
    office().get(ReopenReceipt).execute(by, id, { reason: REASON }, ifMatch);
  const see = (by: Actor, id: string) => office().get(SeeReceiptCopy).execute(by, id);
  const view = (by: Actor, id: string) =>
    office().named(ReceiptView, office().get(ReceiptViewQuery).execute(by, id), by);
  const eventsOf = (id: string) =>
    office().rows<{ name: string; reason: string | null; data: Record<string, unknown> }>(
      'SELECT name, reason, data FROM event WHERE subject_id = $1 ORDER BY sequence',
      [id],
    );
  return { diarise, forward, open, pullBack, giveBack, redirect, close, reopen, see, view, eventsOf };
}

/** The code with which it is refused, or null. */
export async function codeOf(doing: () => Promise<unknown>): Promise<string | null> {
  try {
    await doing();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
