import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type {
  ActOnFiles,
  ActOnReceipts,
  BulkAct,
  BulkActKind,
  BulkReceiptAct,
  BulkReceiptActKind,
  ForwardReceipt as ForwardReceiptRequest,
} from '@patravali/contract';
import { CloseReceipt, ForwardReceipt, OpenReceipt } from '@patravali/dak';
import type { Refusals } from '@patravali/errors';
import { FollowFile, ForwardFile, OpenFile, ParkFile } from '@patravali/movement';

/** An act that may be done to several: the command for one, and the same rule asked of all beforehand. */
interface OnSeveral<Act> {
  readonly check: (actor: Actor, ids: readonly string[], act: Act) => Promise<Refusals>;
  readonly execute: (actor: Actor, id: string, act: Act) => Promise<{ readonly version: number }>;
}

type Acts<Act extends { kind: string }> = { readonly [Kind in Act['kind']]: OnSeveral<Extract<Act, { kind: Kind }>> };

/** One act and the files or receipts to which it is to be done. */
export interface ActOnSeveral {
  readonly ids: readonly string[];
  readonly check: (actor: Actor) => Promise<Refusals>;
  readonly execute: (actor: Actor, id: string) => Promise<{ readonly version: number }>;
}

/** The acts that may be done to several files or receipts at once. Each is the act of one of them, and nothing besides. */
@Injectable()
export class BulkActs {
  private readonly onFiles: Acts<BulkAct>;
  private readonly onReceipts: Acts<BulkReceiptAct>;

  constructor(
    forward: ForwardFile,
    open: OpenFile,
    park: ParkFile,
    follow: FollowFile,
    forwardReceipt: ForwardReceipt,
    openReceipt: OpenReceipt,
    closeReceipt: CloseReceipt,
  ) {
    this.onFiles = {
      forward: {
        check: (actor, fileIds, act) => forward.check(actor, fileIds, forwardRequest(act)),
        execute: (actor, fileId, act) => forward.execute(actor, fileId, forwardRequest(act)),
      },
      open: {
        check: (actor, fileIds) => open.check(actor, fileIds),
        execute: (actor, fileId) => open.execute(actor, fileId),
      },
      park: {
        check: (actor, fileIds, act) => park.check(actor, fileIds, parkRequest(act)),
        execute: (actor, fileId, act) => park.execute(actor, fileId, parkRequest(act)),
      },
      follow: {
        check: (actor, fileIds) => follow.check(actor, fileIds),
        execute: (actor, fileId) => follow.execute(actor, fileId),
      },
    };
    this.onReceipts = {
      forward: {
        check: (actor, receiptIds, act) => forwardReceipt.check(actor, receiptIds, markRequest(act)),
        execute: (actor, receiptId, act) => forwardReceipt.execute(actor, receiptId, markRequest(act)),
      },
      open: {
        check: (actor, receiptIds) => openReceipt.check(actor, receiptIds),
        execute: (actor, receiptId) => openReceipt.execute(actor, receiptId),
      },
      close: {
        check: (actor, receiptIds) => closeReceipt.check(actor, receiptIds),
        execute: (actor, receiptId, { reason }) => closeReceipt.execute(actor, receiptId, { reason }),
      },
    };
  }

  of(request: ActOnFiles | ActOnReceipts): ActOnSeveral {
    if ('fileIds' in request) {
      const { fileIds, act } = request;
      return onSeveral(fileIds, actOf<BulkAct, BulkActKind>(this.onFiles, act.kind), act);
    }
    const { receiptIds, act } = request;
    return onSeveral(receiptIds, actOf<BulkReceiptAct, BulkReceiptActKind>(this.onReceipts, act.kind), act);
  }
}

function actOf<Act extends { kind: string }, Kind extends Act['kind']>(
  acts: Acts<Act>,
  kind: Kind,
): OnSeveral<Extract<Act, { kind: Kind }>> {
  return acts[kind];
}

const onSeveral = <Act>(ids: readonly string[], { check, execute }: OnSeveral<Act>, act: Act): ActOnSeveral => ({
  ids,
  check: (actor) => check(actor, ids, act),
  execute: (actor, id) => execute(actor, id, act),
});

/** Nobody confirms a note that he does not see. */
function forwardRequest({ toPostId, action, urgency, dueOn, remarks }: Extract<BulkAct, { kind: 'forward' }>) {
  return { toPostId, action, urgency, dueOn, remarks, confirmNote: false };
}

function parkRequest({ until, event, remarks }: Extract<BulkAct, { kind: 'park' }>) {
  return { until, event, remarks };
}

function markRequest({
  toPostId,
  action,
  dueOn,
  remarks,
  copyToPostIds,
}: Extract<BulkReceiptAct, { kind: 'forward' }>): ForwardReceiptRequest {
  return { toPostId, action, dueOn, remarks, copyToPostIds };
}
