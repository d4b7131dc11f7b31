import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** What has done its service: answers kept for repetition and failed sign-ins after a day, sessions after their end. */
const PASSED = [
  `DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - INTERVAL '24 hours'`,
  `DELETE FROM sign_in_failure WHERE at < clock_timestamp() - INTERVAL '24 hours'`,
  `DELETE FROM session WHERE expires_at < clock_timestamp()`,
];

@Injectable()
export class TidyKeys {
  constructor(private readonly database: EntityManager) {}

  async execute(): Promise<void> {
    for (const statement of PASSED) await this.database.query(statement);
  }
}
