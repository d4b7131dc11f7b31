import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { Bilingual, type ConnectionTested, type Language, type TestConnection as Request } from '@patravali/contract';
import { select } from '@patravali/database';
import { MailNotSent, OfficeMail, REPORT_MAILBOX, type ReportMailbox } from '@patravali/dispatch';
import { ScanForViruses } from '@patravali/documents';
import { fill } from '@patravali/language';
import { LogWitness } from '@patravali/ledger';
import { messagesOf } from '@patravali/messages';
import { LastBackupQuery, PEOPLE, refuseNonAdministrator } from '@patravali/organisation';
import { DOCUMENT_SIGNING, type DocumentSigning, SigningFailed } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

const SENDER = 'office@patravali.invalid';
const RECEIVER = z.object({ email: z.string().nullable(), office: Bilingual });

/** Tries what the office is connected with, for its administrator. Nothing is changed. */
@Injectable()
export class TestConnection {
  constructor(
    private readonly database: EntityManager,
    private readonly mail: OfficeMail,
    private readonly backups: LastBackupQuery,
    @Inject(DOCUMENT_SIGNING) private readonly signing: DocumentSigning,
    @Inject(REPORT_MAILBOX) private readonly mailbox: ReportMailbox,
    private readonly scanner: ScanForViruses,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail' | 'timestamp' | 'witness'>,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators; `signature-unavailable`. */
  async execute(actor: Actor, { connection }: Request, language: Language): Promise<ConnectionTested> {
    refuseNonAdministrator(actor);
    if (connection === 'mail') return await this.tryMail(actor, language);
    if (connection === 'mailbox') return await this.tryMailbox();
    if (connection === 'virus-scanner') return await this.tryScanner();
    if (connection === 'witness') return await this.tryWitness();
    return connection === 'timestamp' ? await this.tryTimestamp() : await this.lookAtBackup(actor);
  }

  private async tryMail({ organisationId, userId }: Actor, language: Language): Promise<ConnectionTested> {
    const { kind } = this.config.mail;
    if (kind === 'none') return tested('not-set');
    const [receiver] = await select(
      this.database,
      RECEIVER,
      `SELECT person.email, jsonb_build_object('hi', office.name_hi, 'en', office.name_en) AS office FROM ${PEOPLE}
       WHERE person.organisation_id = $1 AND person.id = $2`,
      [organisationId, userId],
    );
    if (!receiver?.email) return tested('no-own-address');
    const words = messagesOf('connections', language);
    const text = fill(words['connections.mailText'], { office: receiver.office[language] }, language);
    try {
      const subject = words['connections.mailSubject'];
      await this.mail.send({ id: `test.${randomUUID()}`, to: receiver.email, from: SENDER, subject, text });
    } catch (error) {
      if (!(error instanceof MailNotSent)) throw error;
      return tested('mail-not-sent', error.reason);
    }
    return tested(kind === 'folder' ? 'mail-in-folder' : 'mail-sent', receiver.email);
  }

  private async tryTimestamp(): Promise<ConnectionTested> {
    const { timestamp } = this.config;
    if (!timestamp) return tested('not-set');
    try {
      return tested('stamped', null, (await this.signing.tryTimestamp(timestamp)).toISOString());
    } catch (error) {
      if (!(error instanceof SigningFailed)) throw error;
      return tested('not-stamped', new URL(timestamp.url).host);
    }
  }

  private async tryMailbox(): Promise<ConnectionTested> {
    const { mail } = this.config;
    if (mail.kind !== 'smtp' || mail.reports === undefined) return tested('not-set');
    const { host } = new URL(mail.reports);
    return await this.mailbox.open().then(
      () => tested('mailbox-opened', host),
      () => tested('mailbox-not-opened', host),
    );
  }

  private async tryScanner(): Promise<ConnectionTested> {
    const answers = await this.scanner.answers();
    return answers === null ? tested('not-set') : tested(answers ? 'scanner-answers' : 'scanner-away');
  }

  private async tryWitness(): Promise<ConnectionTested> {
    const { witness } = this.config;
    if (!witness) return tested('not-set');
    const signed = await new LogWitness({ ...witness, say: () => undefined }).ask();
    return tested(signed === null ? 'witness-away' : 'witness-signs', new URL(witness.url).host);
  }

  private async lookAtBackup(actor: Actor): Promise<ConnectionTested> {
    const { last, overdue } = await this.backups.execute(actor);
    if (!last) return tested('backup-none');
    return tested(overdue ? 'backup-old' : 'backup-fresh', null, last.at);
  }
}

const WORKING: readonly ConnectionTested['outcome'][] = [
  'mail-sent',
  'mail-in-folder',
  'mailbox-opened',
  'scanner-answers',
  'stamped',
  'witness-signs',
  'backup-fresh',
];

function tested(outcome: ConnectionTested['outcome'], detail: string | null = null, at: string | null = null) {
  return { works: WORKING.includes(outcome), outcome, detail, at };
}
