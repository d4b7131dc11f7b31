import { Injectable } from '@nestjs/common';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';

/** @throws Refusal that says why this file may not be closed yet, and what to do about it. */
export type ClosingCheck = (tx: Transaction, custody: FileCustody) => Promise<void>;

/** What must be done before a file is closed. Files know nothing of drafts and letters, so their areas register here. */
@Injectable()
export class ClosingChecks {
  private readonly checks: ClosingCheck[] = [];

  register(check: ClosingCheck): void {
    this.checks.push(check);
  }

  async refuseUnfinished(tx: Transaction, custody: FileCustody): Promise<void> {
    for (const check of this.checks) await check(tx, custody);
  }
}
