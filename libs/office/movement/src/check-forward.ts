import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ForwardFile } from '@patravali/contract';
import {
  clocksOf,
  custodyOf,
  explanationOf,
  type FileCustody,
  refuseAct,
  refuseUnfitDueDate,
  refuseUrgencyLabelled,
} from '@patravali/custody';
import { eachRefusal, refusalOf, type Refusals } from '@patravali/errors';
import { EMPTY_SHEET, factsOf, NoteReferences, readSheets, whatFreezes } from '@patravali/notes';
import { readChannels, urgencyLabel } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { jumpedPosts } from './channel-rules';
import { freezingOf, receiverOf } from './forward-rules';

/**
 * Which of these files could not be forwarded so, and why: reckoned by the rules of `ForwardFile` from what lies there now.
 * As many statements for many files as for one. Nothing is changed, and nothing counts as opened.
 */
@Injectable()
export class CheckForward {
  constructor(
    private readonly database: EntityManager,
    private readonly references: NoteReferences,
  ) {}

  async execute(actor: Actor, fileIds: readonly string[], request: ForwardFile): Promise<Refusals> {
    const { organisationId, postId } = actor;
    const ends = [postId, request.toPostId.toLowerCase()];
    const hop = {
      kind: 'forwarded',
      toPostId: request.toPostId.toLowerCase(),
      remarks: request.remarks ?? null,
    } as const;
    const [custodies, clocks, sheets, unfitDay, label] = await Promise.all([
      custodyOf(this.database, actor, fileIds),
      clocksOf(this.database, actor, fileIds),
      readSheets(this.database, organisationId, fileIds),
      refusalOf(refuseUnfitDueDate(this.database, organisationId, request.dueOn, '#/dueOn')),
      request.urgency ? urgencyLabel(this.database, organisationId, request.urgency) : null,
    ]);
    const lying = (custody: FileCustody) => ({ custody, sheet: sheets.get(custody.fileId) ?? EMPTY_SHEET });
    // Of what the actor may not touch nothing more is asked.
    const touched = [...custodies.values()].filter((custody) => actor.ability.can('forward', custody));
    const [facts, channels] = await Promise.all([
      factsOf(this.database, this.references, actor, touched.map(lying)),
      readChannels(this.database, organisationId, ends, touched),
    ]);
    return await eachRefusal(fileIds, async (fileId) => {
      const custody = refuseAct(actor, { move: 'forward' }, custodies.get(fileId));
      if (label) refuseUrgencyLabelled(actor, label, custody.urgency);
      receiverOf(custody, request, channels.posts);
      if (unfitDay) throw unfitDay;
      const clock = clocks.get(fileId);
      if (clock) explanationOf(clock, request.explanation);
      jumpedPosts(custody, channels.of(custody), hop);
      await whatFreezes(facts, actor, lying(custody), freezingOf(request));
    });
  }
}
