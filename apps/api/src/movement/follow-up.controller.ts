import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ClearReminder, FollowFile, RemindHolder, SetReminder, UnfollowFile } from '@patravali/movement';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Following a file that lies elsewhere, and reminders: to oneself and to its holder. */
@Controller()
export class FollowUpController {
  constructor(
    private readonly followFile: FollowFile,
    private readonly unfollowFile: UnfollowFile,
    private readonly setReminder: SetReminder,
    private readonly clearReminder: ClearReminder,
    private readonly remindHolder: RemindHolder,
  ) {}

  @Operation('followFile')
  follow(@CurrentActor() actor: Actor, @Input() { params }: Input<'followFile'>) {
    return this.followFile.execute(actor, params.fileId);
  }

  @Operation('unfollowFile')
  unfollow(@CurrentActor() actor: Actor, @Input() { params }: Input<'unfollowFile'>) {
    return this.unfollowFile.execute(actor, params.fileId);
  }

  @Operation('setReminder')
  remindMe(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'setReminder'>) {
    return this.setReminder.execute(actor, params.fileId, body);
  }

  @Operation('clearReminder')
  clear(@CurrentActor() actor: Actor, @Input() { params }: Input<'clearReminder'>) {
    return this.clearReminder.execute(actor, params.fileId);
  }

  @Operation('remindHolder')
  remind(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'remindHolder'>) {
    return this.remindHolder.execute(actor, params.fileId, body);
  }
}
