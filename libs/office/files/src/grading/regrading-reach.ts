import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { RegradingTouches } from '@patravali/contract';
import type { Transaction } from '@patravali/database';

/** What the event of a regrading says of what followed it. */
export interface FollowedGrading {
  /** The posts whose questions were withdrawn, as the history tells it, and by their ids. */
  readonly askedNoLonger?: readonly string[];
  readonly consulted?: readonly string[];
}

/** Something of an area above that shows the subject or the notes of a file, and follows when the file is graded higher. */
export interface FollowsGrading {
  /**
   * How many of them are out of reach afterwards: an expression. The files are `going`, with `organisation_id`, `file_id` and, as
   * `held`, the posts that go on reading each.
   */
  readonly counted: string;
  /**
   * What is done to them in the same transaction, whose files are locked; left out where the rules of reading do it all.
   * @returns what the event says of it.
   */
  readonly follow?: (
    tx: Transaction,
    actor: Actor,
    regraded: { readonly fileIds: readonly string[]; readonly reason: string },
  ) => Promise<FollowedGrading>;
}

/** Files know nothing of consultations and of PDFs that were asked for, so these areas register here. */
@Injectable()
export class RegradingReach {
  private readonly following = new Map<keyof RegradingTouches, FollowsGrading>();

  register(kind: keyof RegradingTouches, follows: FollowsGrading): void {
    this.following.set(kind, follows);
  }

  /** How many of each kind, as expressions. */
  get counted(): Partial<Record<keyof RegradingTouches, string>> {
    return Object.fromEntries([...this.following].map(([kind, { counted }]) => [kind, counted]));
  }

  /** @returns what the event says of all of them. */
  async follow(...given: Parameters<NonNullable<FollowsGrading['follow']>>): Promise<FollowedGrading> {
    let told: FollowedGrading = {};
    for (const { follow } of this.following.values()) if (follow) told = { ...told, ...(await follow(...given)) };
    return told;
  }
}
