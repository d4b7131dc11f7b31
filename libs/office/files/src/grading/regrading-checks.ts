import { Injectable } from '@nestjs/common';
import type { Grading } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';

/** @throws Refusal that says why this file may not have that grading. */
export type RegradingCheck = (tx: Transaction, custody: FileCustody, grading: Grading) => Promise<void>;

/** What stands against a grading. Files know nothing of the letters in them, so the area of letters registers here. */
@Injectable()
export class RegradingChecks {
  private readonly checks: RegradingCheck[] = [];

  register(check: RegradingCheck): void {
    this.checks.push(check);
  }

  async refuseUnfit(tx: Transaction, custody: FileCustody, grading: Grading): Promise<void> {
    for (const check of this.checks) await check(tx, custody, grading);
  }
}
