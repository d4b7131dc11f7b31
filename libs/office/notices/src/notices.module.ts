import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { DispatchModule } from '@patravali/dispatch';
import { IdentityModule } from '@patravali/identity';
import { CommittedChanges } from './live/committed-changes';
import { BeginDigests } from './mailing/begin-digests';
import { MailNotices } from './mailing/mail-notices';
import { BEGIN_DIGESTS, MAIL_DIGEST, MAIL_NOTICE } from './mailing/mail-queues';
import { CALENDAR_NOTICES, CalendarNotices, DELETE_OLD_NOTICES } from './making/calendar-notices';
import { MakeNotices } from './making/make-notices';
import { NoticeLoop } from './making/notice-loop';
import { ListNotices } from './reading/list-notices';
import { MarkRead } from './reading/mark-read';
import { NoticeSettings } from './reading/notice-settings';

const EXPORTED = [
  BeginDigests,
  CalendarNotices,
  CommittedChanges,
  ListNotices,
  MailNotices,
  MakeNotices,
  MarkRead,
  NoticeSettings,
];

/** What people are told without asking: that something has changed, and what concerns them. */
@Module({ imports: [DispatchModule, IdentityModule], providers: [...EXPORTED, NoticeLoop], exports: EXPORTED })
export class NoticesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly calendarNotices: CalendarNotices,
    private readonly mailNotices: MailNotices,
    private readonly beginDigests: BeginDigests,
  ) {}

  onModuleInit(): void {
    this.jobs.register(CALENDAR_NOTICES, () => this.calendarNotices.make());
    this.jobs.register(DELETE_OLD_NOTICES, () => this.calendarNotices.deleteOld());
    this.jobs.register(MAIL_NOTICE, (job, attempt) => this.mailNotices.atOnce(job, attempt));
    this.jobs.register(BEGIN_DIGESTS, () => this.beginDigests.execute());
    this.jobs.register(MAIL_DIGEST, (job, attempt) => this.mailNotices.digest(job, attempt));
  }
}
