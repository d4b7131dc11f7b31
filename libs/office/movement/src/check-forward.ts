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
import { Refusal } from '@patravali/errors';
import { EMPTY_SHEET, factsOf, NoteReferences, readSheets, whatFreezes } from '@patravali/notes';
import { postsOnTheWay, urgencyLabel } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { freezingOf, receiverOf } from './forward-rules';
import { eachRefusal, type Refusals } from './refusals-of-files';

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
    const [custodies, clocks, sheets, posts, unfitDay, label] = await Promise.all([
      custodyOf(this.database, actor, fileIds),
      clocksOf(this.database, actor, fileIds),
      readSheets(this.database, organisationId, fileIds),
      postsOnTheWay(this.database, organisationId, [postId, request.toPostId]),
      refusalOf(refuseUnfitDueDate(this.database, organisationId, request.dueOn, '#/dueOn')),
      request.urgency ? urgencyLabel(this.database, organisationId, request.urgency) : null,
    ]);
    const lying = (custody: FileCustody) => ({ custody, sheet: sheets.get(custody.fileId) ?? EMPTY_SHEET });
    // Of what the actor may not touch nothing more is asked.
    const touched = [...custodies.values()].filter((custody) => actor.ability.can('forward', custody));
    const facts = await factsOf(this.database, this.references, actor, touched.map(lying));
    return await eachRefusal(fileIds, async (fileId) => {
      const custody = refuseAct(actor, { move: 'forward' }, custodies.get(fileId));
      if (label) refuseUrgencyLabelled(actor, label, custody.urgency);
      receiverOf(custody, request, posts);
      if (unfitDay) throw unfitDay;
      const clock = clocks.get(fileId);
      if (clock) explanationOf(clock, request.explanation);
      await whatFreezes(facts, actor, lying(custody), freezingOf(request));
    });
  }
}

async function refusalOf(asked: Promise<void>): Promise<Refusal | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
