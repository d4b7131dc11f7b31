import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type {
  CalendarYear,
  DeclareDays as Declaration,
  SetRestDays as RestRequest,
  WithdrawDay as Withdrawal,
} from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { lockEstablishment } from '../establishment/rules/administering';
import { calendarYear } from './calendar-year';
import { daysInEvent, declareDays, replaceRestDays, restDaysInText, undeclareDay } from './write-calendar';

/** Orders declare days of a year: the yearly list, or one day at a day's notice. */
@Injectable()
export class DeclareDays {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` */
  @Serves('declareDays')
  execute(actor: Actor, { year, days, reason }: Declaration): Promise<CalendarYear> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      await declareDays(tx, days);
      const data = { year, ...daysInEvent(days) };
      await tx.record('organisation.days_declared', actor.organisationId, { reason, data });
      return await calendarYear(tx, actor.organisationId, year);
    });
  }
}

/** What was declared of a day does not hold: it is a day as its weekday has it. */
@Injectable()
export class WithdrawDay {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`; `day-not-declared` */
  @Serves('withdrawDay')
  execute(actor: Actor, { day, reason }: Withdrawal): Promise<CalendarYear> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      if (!(await undeclareDay(tx, day))) throw new Refusal('day-not-declared', { day });
      await tx.record('organisation.day_withdrawn', actor.organisationId, { reason, data: { withdrawnDay: day } });
      return await calendarYear(tx, actor.organisationId, Number(day.slice(0, 4)));
    });
  }
}

/** On which weekdays the office rests: a week of five days or of six, with the second Saturday or without. */
@Injectable()
export class SetRestDays {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` */
  @Serves('setRestDays')
  execute(actor: Actor, { restDays, reason }: RestRequest): Promise<CalendarYear> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      await replaceRestDays(tx, restDays);
      const data = { restDays: restDaysInText(restDays) };
      await tx.record('organisation.rest_days_set', actor.organisationId, { reason, data });
      return await calendarYear(tx, actor.organisationId, await yearToday(tx));
    });
  }
}

async function yearToday(tx: Transaction): Promise<number> {
  const [today] = await tx.select(z.object({ year: z.int() }), 'SELECT extract(year FROM india_today())::int AS year');
  return today?.year ?? 0;
}
