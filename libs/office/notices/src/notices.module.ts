import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { CommittedChanges } from './live/committed-changes';
import { CALENDAR_NOTICES, CalendarNotices, DELETE_OLD_NOTICES } from './making/calendar-notices';
import { MakeNotices } from './making/make-notices';
import { NoticeLoop } from './making/notice-loop';
import { ListNotices } from './reading/list-notices';
import { MarkRead } from './reading/mark-read';
import { NoticeSettings } from './reading/notice-settings';

const EXPORTED = [CalendarNotices, CommittedChanges, ListNotices, MakeNotices, MarkRead, NoticeSettings];

/** What people are told without asking: that something has changed, and what concerns them. */
@Module({ providers: [...EXPORTED, NoticeLoop], exports: EXPORTED })
export class NoticesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly calendarNotices: CalendarNotices,
  ) {}

  onModuleInit(): void {
    this.jobs.register(CALENDAR_NOTICES, () => this.calendarNotices.make());
    this.jobs.register(DELETE_OLD_NOTICES, () => this.calendarNotices.deleteOld());
  }
}
