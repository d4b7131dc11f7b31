import { Controller } from '@nestjs/common';
import { Refusal } from '@patravali/errors';
import { rulesFor } from '@patravali/foundation';
import { createActor, type SignedIn } from '@patravali/identity';
import { ListNotices, MarkRead, type Myself, NoticeSettings } from '@patravali/notices';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentSession } from '../session/current-session.decorator';

/** One's own notices, from every post held today. */
@Controller()
export class NoticesController {
  constructor(
    private readonly notices: ListNotices,
    private readonly markRead: MarkRead,
    private readonly settings: NoticeSettings,
  ) {}

  @Operation('listNotices')
  list(@CurrentSession() signedIn: SignedIn, @Input() { query }: Input<'listNotices'>) {
    return this.notices.execute(myselfOf(signedIn), query);
  }

  @Operation('countNotices')
  count(@CurrentSession() signedIn: SignedIn) {
    return this.notices.count(myselfOf(signedIn));
  }

  @Operation('markNoticesRead')
  markNoticesRead(@CurrentSession() { person }: SignedIn, @Input() { body }: Input<'markNoticesRead'>): Promise<void> {
    return this.markRead.execute(person, body);
  }

  @Operation('getNoticeSettings')
  async listSettings(@CurrentSession() { person }: SignedIn) {
    return { items: await this.settings.list(person), mailTo: await this.settings.mailTo(person) };
  }

  @Operation('changeNoticeSetting')
  changeSetting(
    @CurrentSession() { person }: SignedIn,
    @Input() { body }: Input<'changeNoticeSetting'>,
  ): Promise<void> {
    return this.settings.change(person, body);
  }
}

/** @throws Refusal `not-your-post` for somebody who holds no post today. */
function myselfOf(signedIn: SignedIn): Myself {
  const [first, ...others] = signedIn.heldPosts.map(({ id }) => createActor(signedIn, id, rulesFor));
  if (!first) throw new Refusal('not-your-post');
  return [first, ...others];
}
