import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { AnswerDraftComment, CommentDraft, ListDraftComments, ResolveDraftComment } from '@patravali/drafts';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** What is said about drafts. */
@Controller()
export class DraftCommentsController {
  constructor(
    private readonly listComments: ListDraftComments,
    private readonly commentDraft: CommentDraft,
    private readonly answerComment: AnswerDraftComment,
    private readonly resolveComment: ResolveDraftComment,
  ) {}

  @Operation('listDraftComments')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listDraftComments'>) {
    return this.listComments.execute(actor, params.draftId, query);
  }

  @Operation('commentDraft')
  comment(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'commentDraft'>) {
    return this.commentDraft.execute(actor, params.draftId, body);
  }

  @Operation('answerDraftComment')
  answer(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'answerDraftComment'>) {
    return this.answerComment.execute(actor, params.commentId, body);
  }

  @Operation('resolveDraftComment')
  resolve(@CurrentActor() actor: Actor, @Input() { params }: Input<'resolveDraftComment'>) {
    return this.resolveComment.execute(actor, params.commentId);
  }
}
