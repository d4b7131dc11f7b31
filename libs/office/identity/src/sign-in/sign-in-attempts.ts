import { Injectable } from '@nestjs/common';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

const WINDOW_MINUTES = 15;
/** Wrong attempts within the window after which the next is refused. An address may stand for a whole office. */
const MOST = { username: 5, address: 100 } as const;

export interface Attempt {
  readonly username: string;
  readonly address: string;
}

/** Counts wrong passwords, per name and per address. Outside any transaction: what fails must stay counted. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly database: EntityManager) {}

  /**
   * Counts the attempt as a failure before it is tried, so that attempts made at once cannot pass together.
   * @returns to be called when it turned out right: forgets the name's failures.
   * @throws Refusal `too-many-attempts`, which does not count itself.
   */
  async begin({ username, address }: Attempt): Promise<() => Promise<void>> {
    const id = uuidv7();
    await this.database.query('INSERT INTO sign_in_failure (id, username, address) VALUES ($1, $2, $3)', [
      id,
      username,
      address,
    ]);
    const wait = Math.max(await this.secondsToWait('username', username), await this.secondsToWait('address', address));
    if (wait > 0) {
      await this.database.query('DELETE FROM sign_in_failure WHERE id = $1', [id]);
      throw new Refusal('too-many-attempts', { minutes: Math.ceil(wait / 60) }, { retryAfter: wait });
    }
    return async () => {
      await this.database.query('DELETE FROM sign_in_failure WHERE username = $1', [username]);
    };
  }

  /** Seconds until the oldest of too many failures has left the window; 0 while there are not too many. */
  private async secondsToWait(by: keyof typeof MOST, value: string): Promise<number> {
    const [tooMany] = await select(
      this.database,
      z.object({ seconds: z.int() }),
      `SELECT ceil(extract(epoch FROM at + make_interval(mins => $2) - clock_timestamp()))::int AS seconds
       FROM sign_in_failure WHERE ${by} = $1 AND at > clock_timestamp() - make_interval(mins => $2)
       ORDER BY at DESC OFFSET $3 LIMIT 1`,
      [value, WINDOW_MINUTES, MOST[by]],
    );
    return Math.max(tooMany?.seconds ?? 0, 0);
  }
}
