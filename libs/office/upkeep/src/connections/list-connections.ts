import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { BYTES_PER_MIB, type Config, LiveConfig } from '@patravali/config';
import {
  type ConnectionName,
  type Connections,
  type ConnectionView,
  PAGE_CONNECTIONS,
  type PageConnection,
} from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { refuseNonAdministrator } from '@patravali/organisation';
import { shownOf } from '../settings/kept-setting';
import { PageSettingsKeeper } from '../settings/page-settings';
import { isTold } from '../settings/told';

/** Which settings of the server say what the office is connected with. */
const SETTINGS: Readonly<Record<ConnectionName, readonly string[]>> = {
  'public-address': ['PATRAVALI_PUBLIC_URL'],
  mail: ['SMTP_URL', 'MAIL_FROM'],
  mailbox: ['IMAP_URL', 'MAIL_RETURN'],
  troubles: ['PATRAVALI_TROUBLE_MAIL'],
  timestamp: ['PATRAVALI_TIMESTAMP_URL'],
  'signing-key': ['PATRAVALI_SIGNING_P12', 'PATRAVALI_SIGNING_PASSWORD'],
  esign: ['PATRAVALI_ESIGN_URL', 'PATRAVALI_ESIGN_ASP_ID', 'PATRAVALI_ESIGN_CERTIFICATE'],
  'virus-scanner': ['PATRAVALI_CLAMD'],
  witness: ['PATRAVALI_WITNESS', 'PATRAVALI_WITNESS_KEY'],
  uploads: ['PATRAVALI_UPLOADS_PER_DAY', 'PATRAVALI_UPLOAD_MIB_PER_DAY'],
  documents: ['S3_ENDPOINT', 'S3_BUCKET'],
  backup: ['PATRAVALI_BACKUP_DAYS'],
};

/** Where nobody has said it: the address at which the server listens, and what one person uploads in a day anyway. */
const HAVE_A_DEFAULT: readonly ConnectionName[] = ['public-address', 'uploads'];

/** What the office is connected with, as its server was told at its start or the page has set since; no secret leaves it. */
@Injectable()
export class ListConnections {
  constructor(
    private readonly live: LiveConfig,
    private readonly settings: PageSettingsKeeper,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('listConnections')
  execute(actor: Actor): Promise<Connections> {
    refuseNonAdministrator(actor);
    const places = placesOf(this.live.config);
    const items = Object.entries(SETTINGS).map(([name, settings]): ConnectionView => {
      const connection = name as ConnectionName;
      const place = places[connection];
      const setting = this.setting(connection, place !== null);
      const isSet = place !== null && (!HAVE_A_DEFAULT.includes(connection) || setting.setBy !== null);
      return {
        connection,
        isSet,
        place: place === '' ? null : place,
        settings: [...settings],
        ...setting,
      };
    });
    return Promise.resolve({ items });
  }

  private setting(connection: ConnectionName, isSet: boolean): Pick<ConnectionView, 'setBy' | 'values' | 'isClosed'> {
    if (!isOfPage(connection)) return { setBy: 'server', values: {}, isClosed: false };
    const isOfServer = isTold(this.live.told, connection);
    const setBy = isOfServer ? 'server' : isSet && this.settings.settings[connection] ? 'page' : null;
    const isClosed = !isOfServer && this.settings.isClosed(connection);
    return { setBy, values: setBy === 'page' ? shownOf(this.settings.settings, connection) : {}, isClosed };
  }
}

const isOfPage = (connection: ConnectionName): connection is PageConnection =>
  PAGE_CONNECTIONS.some((each) => each === connection);

/** Where each leads; empty for what is set and has no place to show, such as a folder of the server, null for what is not set. */
function placesOf(config: Config): Readonly<Record<ConnectionName, string | null>> {
  const { publicUrl, mail, timestamp, signing, officeKey, eSign, virusScanner, witness, s3, troubleMail, backupDays } =
    config;
  return {
    'public-address': publicUrl,
    mail: mail.kind === 'none' ? null : mail.kind === 'smtp' ? hostOf(mail.url) : '',
    mailbox: mail.kind === 'smtp' && mail.reports !== undefined ? hostOf(mail.reports) : null,
    troubles: troubleMail ?? null,
    timestamp: timestamp ? hostOf(timestamp.url) : null,
    'signing-key': signing || officeKey ? '' : null,
    esign: eSign ? hostOf(eSign.url) : null,
    'virus-scanner': virusScanner ? scannerPlace(virusScanner.address) : null,
    witness: witness ? hostOf(witness.url) : null,
    uploads: `${config.uploadsPerDay} · ${config.uploadBytesPerDay / BYTES_PER_MIB} MiB`,
    documents: s3 ? `${s3.endpoint}/${s3.bucket}` : '',
    backup: backupDays > 0 ? '' : null,
  };
}

/** Without the user and the password that an address may bear. */
const hostOf = (url: string): string => new URL(url).host;

const scannerPlace = (address: NonNullable<Config['virusScanner']>['address']): string =>
  'path' in address ? address.path : `${address.host}:${address.port}`;
