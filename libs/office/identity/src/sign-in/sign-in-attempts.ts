import { Injectable } from '@nestjs/common';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SecurityLog } from '../security/security-log';
import { networkOf } from '../security/network-of';

/** Wrong passwords for one name from one network that cost nothing; then each doubles the wait. */
const FREE = 5;
/** The same, where a name is tried from many networks, or many names from one, and this pair has never been right. */
const FREE_UNDER_ATTACK = 1;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;
/** Failures on other networks within a day, and of other names within a quarter of an hour, that show an attack. */
const ATTACK = 100;
/** Failures from one network within a quarter of an hour after which it tries no names that never signed in from there. */
const MOST_FROM_A_NETWORK = 500;
const CLOSED_NETWORK_SECONDS = 60;

export interface Attempt {
  readonly username: string;
  readonly address: string;
}

const AROUND = z.object({ ofName: z.int(), ofNetwork: z.int(), known: z.boolean() });
const WAITING = z.object({ seconds: z.int(), refusals: z.int() });

/** Seconds from the last attempt of a row until the next is tried: 30, 60, 120 and so on. */
const wait = (free: string) =>
  `LEAST(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * 2 ^ LEAST(tried.failures - ${free}, 10))`;

/**
 * Slows down whoever guesses passwords, by the name and the network together: nobody can shut out the owner of a name, who
 * is tried at once from wherever he has not failed himself. All processes count in the database, and outside any
 * transaction: what fails must stay counted. A name that nobody has is counted alike.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: EntityManager,
    private readonly log: SecurityLog,
  ) {}

  /**
   * Does work that finds out whether a password is right. Counts it as a failure before it is tried, so that attempts made
   * at once cannot pass together, and forgets the failures of the pair once it was right.
   * @throws Refusal `too-many-attempts`, which does not count itself.
   */
  async count<T>({ username, address }: Attempt, work: () => Promise<T>): Promise<T> {
    const pair = [username, networkOf(address)];
    await this.begin(pair, address);
    try {
      const result = await work();
      await this.database.query(
        `UPDATE sign_in_attempt SET failures = 0, refusals = 0, succeeded_at = clock_timestamp()
         WHERE username = $1 AND network = $2`,
        pair,
      );
      return result;
    } catch (error) {
      if (!wasWrong(error)) await this.uncount(pair);
      throw error;
    }
  }

  private async begin(pair: readonly string[], address: string): Promise<void> {
    const { ofName, ofNetwork, known } = await this.around(pair);
    const free = !known && Math.max(ofName, ofNetwork) > ATTACK ? FREE_UNDER_ATTACK : FREE;
    if (!known && ofNetwork >= MOST_FROM_A_NETWORK) throw tooMany(CLOSED_NETWORK_SECONDS);
    const [counted] = await select(
      this.database,
      z.object({ failures: z.int() }),
      `INSERT INTO sign_in_attempt AS tried (username, network, failures) VALUES ($1, $2, 1)
       ON CONFLICT (username, network) DO UPDATE SET refusals = 0, last_at = clock_timestamp(),
         failures = CASE WHEN tried.last_at < clock_timestamp() - INTERVAL '1 day' THEN 1 ELSE tried.failures + 1 END
       WHERE tried.failures < $3 OR tried.last_at < clock_timestamp() - INTERVAL '1 day'
         OR tried.last_at + make_interval(secs => ${wait('$3')}) <= clock_timestamp()
       RETURNING failures`,
      [...pair, free],
    );
    if (!counted) await this.refuse(pair, free, address);
  }

  /** What else has failed lately on this name and from this network, and whether the pair was ever right. */
  private async around(pair: readonly string[]): Promise<z.output<typeof AROUND>> {
    const [around] = await select(
      this.database,
      AROUND,
      `SELECT
         (SELECT COALESCE(sum(failures), 0)::int FROM sign_in_attempt
          WHERE username = $1 AND network <> $2 AND last_at > clock_timestamp() - INTERVAL '1 day') AS "ofName",
         (SELECT COALESCE(sum(failures), 0)::int FROM sign_in_attempt WHERE network = $2 AND username <> $1
          AND failures > 0 AND last_at > clock_timestamp() - INTERVAL '15 minutes') AS "ofNetwork",
         EXISTS (SELECT FROM sign_in_attempt WHERE username = $1 AND network = $2
           AND succeeded_at > clock_timestamp() - INTERVAL '30 days') AS known`,
      [...pair],
    );
    return around ?? { ofName: 0, ofNetwork: 0, known: false };
  }

  /** Recorded once for each wait: a flood of refused attempts must not fill the disk. */
  private async refuse(pair: readonly string[], free: number, address: string): Promise<void> {
    const [waiting] = await select(
      this.database,
      WAITING,
      `UPDATE sign_in_attempt AS tried SET refusals = refusals + 1 WHERE username = $1 AND network = $2
       RETURNING refusals, ceil(extract(epoch FROM
         tried.last_at + make_interval(secs => ${wait('$3')}) - clock_timestamp()))::int AS seconds`,
      [...pair, free],
    );
    if (waiting?.refusals === 1) this.log.note({ kind: 'sign_in_slowed', username: pair[0], address });
    throw tooMany(Math.max(waiting?.seconds ?? 1, 1));
  }

  private async uncount(pair: readonly string[]): Promise<void> {
    const less = 'UPDATE sign_in_attempt SET failures = GREATEST(failures - 1, 0) WHERE username = $1 AND network = $2';
    await this.database.query(less, [...pair]).catch(() => undefined);
  }
}

/** A password that was not even tried, because the server was busy or its database away, was not wrong. */
function wasWrong(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'wrong-credentials' || error.code === 'wrong-current-password');
}

function tooMany(seconds: number): Refusal {
  return new Refusal('too-many-attempts', { minutes: Math.ceil(seconds / 60) }, { retryAfter: seconds });
}
