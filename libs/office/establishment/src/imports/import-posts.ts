import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type ImportList, KeepPost, type LineChange, type ListImported, POST_COLUMNS } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import {
  alterPost,
  enterPost,
  keptPosts,
  keptUnits,
  lockEstablishment,
  lockPost,
  refuseNonAdministrator,
} from '@patravali/organisation';
import { rowsOfList } from '../lists/table-of-list';
import { readUploaded } from '../lists/read-uploaded';
import { abolishUnused } from '../posts/abolish-post';
import { actByLine, doList, type ListWork, rehearse } from './act-by-line';
import { fitting, refuseTwice } from './fitting';
import { isSamePost, type PostLine, PostsOfLists } from './posts-of-lists';

const COLUMNS = { known: POST_COLUMNS, needed: ['marking'] as const };
const OF_REQUEST = {
  'designation/hi': 'designationHi',
  'designation/en': 'designationEn',
  unitId: 'unit',
  superiorPostId: 'superior',
  auditedUnitIds: 'auditedUnits',
  administeredUnitId: 'roles',
};

/** Enters, changes and abolishes posts by a list, as `CreatePost`, `ChangePost` and `AbolishPost` do it. */
@Injectable()
export class ImportPosts {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`; `list-unreadable`, `list-too-large`, `list-not-plain`, `list-without-columns`, `list-unread`, `too-busy` */
  @Serves('checkPostList')
  async check(actor: Actor, request: ImportList) {
    return await rehearse(this.transactions, actor, await this.workOf(actor, request));
  }

  /** @throws Refusal as `check`; `list-with-mistakes`, `list-without-changes` */
  @Serves('importPosts')
  async execute(actor: Actor, request: ImportList): Promise<ListImported> {
    const { reason } = request;
    return await doList(this.transactions, actor, await this.workOf(actor, request), (tx, data) =>
      tx.record('organisation.posts_imported', actor.organisationId, { reason, data }),
    );
  }

  private async workOf(actor: Actor, { list, reason }: ImportList): Promise<ListWork> {
    refuseNonAdministrator(actor);
    const rows = rowsOfList(await readUploaded(list), COLUMNS);
    return async (tx) => {
      await lockEstablishment(tx, actor);
      const { organisationId } = actor;
      const posts = await keptPosts(tx, organisationId);
      const known = new PostsOfLists(posts, await keptUnits(tx, organisationId));
      const seen = new Set<string>();
      const act = async (line: PostLine) => {
        refuseTwice(seen, line.name, 'marking');
        return await this.act(tx, line, known, reason);
      };
      return await actByLine(tx, known.inOrder(rows), { act, columns: OF_REQUEST });
    };
  }

  private async act(
    tx: Transaction,
    line: PostLine,
    known: PostsOfLists,
    reason: string,
  ): Promise<LineChange | 'same'> {
    const post = known.post(line.name);
    if (known.isAbolishing(line)) {
      if (!post) throw known.unknown(line);
      if (post.abolishedAt !== null) return 'same';
      await abolishUnused(tx, await lockPost(tx, post.id), { reason });
      return 'ended';
    }
    const request = fitting(KeepPost, { ...known.wanted(line), reason });
    if (!post) {
      const { id, version } = await enterPost(tx, request);
      known.add({ ...request, id, version, abolishedAt: null });
      return 'created';
    }
    if (isSamePost(post, request)) return 'same';
    await alterPost(tx, await lockPost(tx, post.id), request);
    return 'changed';
  }
}
