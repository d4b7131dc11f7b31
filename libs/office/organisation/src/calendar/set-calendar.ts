import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CalendarYear, SetCalendar as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockOrganisation } from '../organisation/lock-organisation';
import { refuseNonAdministrator } from '../organisation/refuse-non-administrator';
import { calendarYear } from './calendar-year';
import { setDeskLimit } from './desk-limit';
import { daysInEvent, declareDays, replaceRestDays, restDaysInText, undeclareOtherDays } from './write-calendar';

/** The administrator says on which days the office works: the rest days, and what orders declare of one year. */
@Injectable()
export class SetCalendar {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('setCalendar')
  execute(actor: Actor, { year, restDays, days, deskLimitDays }: Request): Promise<CalendarYear> {
    return this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      refuseNonAdministrator(actor);
      await replaceRestDays(tx, restDays);
      await undeclareOtherDays(tx, year, days);
      await declareDays(tx, days);
      await setDeskLimit(tx, deskLimitDays);
      await tx.record('organisation.calendar_set', actor.organisationId, {
        data: {
          year,
          restDays: restDaysInText(restDays),
          ...daysInEvent(days),
          ...(deskLimitDays === undefined ? {} : { deskLimitDays }),
        },
      });
      return await calendarYear(tx, actor.organisationId, year);
    });
  }
}
