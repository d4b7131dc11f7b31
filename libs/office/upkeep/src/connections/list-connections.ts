import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { ConnectionName, Connections, ConnectionView } from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { refuseNonAdministrator } from '@patravali/organisation';

/** Which settings of the server say what the office is connected with. */
const SETTINGS: Readonly<Record<ConnectionName, readonly string[]>> = {
  mail: ['SMTP_URL', 'MAIL_FROM'],
  mailbox: ['IMAP_URL', 'MAIL_RETURN'],
  troubles: ['PATRAVALI_TROUBLE_MAIL'],
  timestamp: ['PATRAVALI_TIMESTAMP_URL'],
  'signing-key': ['PATRAVALI_SIGNING_P12', 'PATRAVALI_SIGNING_PASSWORD'],
  esign: ['PATRAVALI_ESIGN_URL', 'PATRAVALI_ESIGN_ASP_ID', 'PATRAVALI_ESIGN_CERTIFICATE'],
  'virus-scanner': ['PATRAVALI_CLAMD'],
  witness: ['PATRAVALI_WITNESS', 'PATRAVALI_WITNESS_KEY'],
  documents: ['S3_ENDPOINT', 'S3_BUCKET'],
  backup: ['PATRAVALI_BACKUP_DAYS'],
};

/** What the office is connected with, as its server was told at its start; no secret leaves it. */
@Injectable()
export class ListConnections {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('listConnections')
  execute(actor: Actor): Promise<Connections> {
    refuseNonAdministrator(actor);
    const places = placesOf(this.config);
    const items = Object.entries(SETTINGS).map(([name, settings]): ConnectionView => {
      const place = places[name as ConnectionName];
      return {
        connection: name as ConnectionName,
        isSet: place !== null,
        place: place === '' ? null : place,
        settings: [...settings],
      };
    });
    return Promise.resolve({ items });
  }
}

/** Where each leads; empty for what is set and has no place to show, such as a folder of the server, null for what is not set. */
function placesOf(config: Config): Readonly<Record<ConnectionName, string | null>> {
  const { mail, timestamp, signing, eSign, virusScanner, witness, s3, troubleMail, backupDays } = config;
  return {
    mail: mail.kind === 'none' ? null : mail.kind === 'smtp' ? hostOf(mail.url) : '',
    mailbox: mail.kind === 'smtp' && mail.reports !== undefined ? hostOf(mail.reports) : null,
    troubles: troubleMail ?? null,
    timestamp: timestamp ? hostOf(timestamp.url) : null,
    'signing-key': signing ? '' : null,
    esign: eSign ? hostOf(eSign.url) : null,
    'virus-scanner': virusScanner ? scannerPlace(virusScanner.address) : null,
    witness: witness ? hostOf(witness.url) : null,
    documents: s3 ? `${s3.endpoint}/${s3.bucket}` : '',
    backup: backupDays > 0 ? '' : null,
  };
}

/** Without the user and the password that an address may bear. */
const hostOf = (url: string): string => new URL(url).host;

const scannerPlace = (address: NonNullable<Config['virusScanner']>['address']): string =>
  'path' in address ? address.path : `${address.host}:${address.port}`;
