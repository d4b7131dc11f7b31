import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { BulkAct, BulkActKind, FileChanged } from '@patravali/contract';
import {
  CheckFollowing,
  CheckForward,
  CheckOpening,
  CheckParking,
  FollowFile,
  ForwardFile,
  OpenFile,
  ParkFile,
  type Refusals,
} from '@patravali/movement';

type ActOf<Kind extends BulkActKind> = Extract<BulkAct, { kind: Kind }>;

/** An act that may be done to several files: the command for one, and its rules asked of all. */
interface OnFiles<Act extends BulkAct> {
  readonly check: (actor: Actor, fileIds: readonly string[], act: Act) => Promise<Refusals>;
  readonly execute: (actor: Actor, fileId: string, act: Act) => Promise<FileChanged>;
}

/** The acts that may be done to several files at once. Each is the act of one file, and nothing besides. */
@Injectable()
export class BulkActs {
  private readonly acts: { readonly [Kind in BulkActKind]: OnFiles<ActOf<Kind>> };

  constructor(
    forward: ForwardFile,
    checkForward: CheckForward,
    open: OpenFile,
    checkOpening: CheckOpening,
    park: ParkFile,
    checkParking: CheckParking,
    follow: FollowFile,
    checkFollowing: CheckFollowing,
  ) {
    this.acts = {
      forward: {
        check: (actor, fileIds, act) => checkForward.execute(actor, fileIds, forwardRequest(act)),
        execute: (actor, fileId, act) => forward.execute(actor, fileId, forwardRequest(act)),
      },
      open: {
        check: (actor, fileIds) => checkOpening.execute(actor, fileIds),
        execute: (actor, fileId) => open.execute(actor, fileId),
      },
      park: {
        check: (actor, fileIds, act) => checkParking.execute(actor, fileIds, act),
        execute: (actor, fileId, { until, event, remarks }) => park.execute(actor, fileId, { until, event, remarks }),
      },
      follow: {
        check: (actor, fileIds) => checkFollowing.execute(actor, fileIds),
        execute: (actor, fileId) => follow.execute(actor, fileId),
      },
    };
  }

  of<Kind extends BulkActKind>({ kind }: ActOf<Kind>): OnFiles<ActOf<Kind>> {
    return this.acts[kind];
  }
}

/** Nobody confirms a note that he does not see. */
function forwardRequest({ toPostId, action, urgency, dueOn, remarks }: ActOf<'forward'>) {
  return { toPostId, action, urgency, dueOn, remarks, confirmNote: false };
}
