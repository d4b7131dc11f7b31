import { randomUUID } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LiveConfig, openText, readSettingsKey, sealText, type SettingsKey, settingsKeyIn } from '@patravali/config';
import { PAGE_CONNECTIONS, type PageConnection } from '@patravali/contract';
import { select, type Transaction } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Kept, type KeptFields, pageSettings, readKept } from './kept-setting';

/** How soon the other processes of the office take up what was set. */
const LOOKS_EVERY_MS = 1_000;
/** Where no file says that something was set, as after a crash between the two. */
const READS_EVERY_MS = 60_000;

const ROW = z.object({ connection: z.enum(PAGE_CONNECTIONS), keyId: z.string(), sealed: z.string() });

/**
 * What administrators have set on the page, as this process has it: read when it starts and whenever a process has set something, which a
 * file of the data folder tells the others, in which the key lies too.
 */
@Injectable()
export class PageSettingsKeeper implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Settings');
  private kept: Kept = {};
  private closed: readonly PageConnection[] = [];
  private read = '';
  private seen = 0;
  private readAt = 0;
  /** How many acts of this process are telling the others: it has read already what they tell of. */
  private telling = 0;
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: EntityManager,
    private readonly live: LiveConfig,
  ) {}

  /** Before any job begins, and any request comes. */
  async onModuleInit(): Promise<void> {
    this.seen = await this.lastChange();
    await this.refresh();
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() => this.look()).catch((error: unknown) => this.logger.warn(String(error)));
    }, LOOKS_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** What was set and can be opened. */
  get settings(): Kept {
    return this.kept;
  }

  isClosed(connection: PageConnection): boolean {
    return this.closed.includes(connection);
  }

  /** With what `keep` seals: read before the transaction, which waits for no file. */
  async sealingKey(): Promise<SettingsKey> {
    return await settingsKeyIn(this.live.told.dataFolder);
  }

  /** Within the transaction that records it; `tell` comes when it is committed. */
  async keep<Name extends PageConnection>(
    tx: Transaction,
    key: SettingsKey,
    connection: Name,
    fields: KeptFields[Name],
  ): Promise<void> {
    const sealed = sealText(key, connection, JSON.stringify(fields));
    await tx.execute(
      `INSERT INTO connection_setting (connection, organisation_id, key_id, sealed) VALUES ($1, $2, $3, $4)
       ON CONFLICT (connection) DO UPDATE SET organisation_id = EXCLUDED.organisation_id, key_id = EXCLUDED.key_id,
         sealed = EXCLUDED.sealed, changed_at = office_now()`,
      [connection, tx.by.organisationId, key.id, sealed],
    );
  }

  /** @returns whether there was anything. */
  async drop(tx: Transaction, connection: PageConnection): Promise<boolean> {
    const gone = await tx.select(
      ROW.pick({ connection: true }),
      'DELETE FROM connection_setting WHERE connection = $1 RETURNING connection',
      [connection],
    );
    return gone.length > 0;
  }

  /** This process takes up what was committed, and tells the others. */
  async tell(): Promise<void> {
    this.telling += 1;
    try {
      await this.refresh();
      await mkdir(this.live.told.dataFolder, { recursive: true, mode: 0o700 });
      await writeFile(this.sign, randomUUID(), { mode: 0o600 });
      this.seen = await this.lastChange();
    } finally {
      this.telling -= 1;
    }
  }

  private get sign(): string {
    return join(this.live.told.dataFolder, 'settings-changed');
  }

  private async lastChange(): Promise<number> {
    const found = await stat(this.sign).catch(() => null);
    return found?.mtimeMs ?? 0;
  }

  private async look(): Promise<void> {
    if (this.telling > 0) return;
    const changed = await this.lastChange();
    const isDue = this.live.told.jobsInProcess && performance.now() - this.readAt > READS_EVERY_MS;
    if (changed === this.seen && !isDue) return;
    await this.refresh();
    this.seen = changed;
  }

  private async refresh(): Promise<void> {
    this.readAt = performance.now();
    const rows = await select(
      this.database,
      ROW,
      'SELECT connection, key_id AS "keyId", sealed FROM connection_setting ORDER BY connection',
    );
    const read = JSON.stringify(rows);
    if (read === this.read) return;
    const key = await this.key();
    const closed: PageConnection[] = [];
    const kept = rows.map(({ connection, keyId, sealed }): Kept => {
      const text = key?.id === keyId ? openText(key, connection, sealed) : null;
      const opened = text === null ? null : readKept(connection, text);
      if (!opened) closed.push(connection);
      return opened ?? {};
    });
    this.read = read;
    this.closed = closed;
    this.kept = Object.assign({}, ...kept) as Kept;
    if (closed.length > 0) {
      this.logger.error(
        `settings-key.pem in the data folder does not open what was set on the page (${closed.join(', ')}): bring the file back or set it anew`,
      );
    }
    this.live.set(pageSettings(this.kept, this.live.told));
  }

  /** A file that is no key opens nothing, and keeps no office from starting. */
  private async key(): Promise<SettingsKey | null> {
    try {
      return await readSettingsKey(this.live.told.dataFolder);
    } catch (error) {
      this.logger.error(`settings-key.pem: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }
}
