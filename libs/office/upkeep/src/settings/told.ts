import type { Config } from '@patravali/config';
import type { PageConnection } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** Whether the server was told it: that wins. A demo keeps its mails in a folder, and sends none. */
export function isTold(told: Config, connection: PageConnection): boolean {
  const { mail } = told;
  const of: Readonly<Record<PageConnection, boolean>> = {
    'public-address': told.publicUrlIsTold === true,
    mail: mail.kind !== 'none',
    mailbox: mail.kind === 'folder' || (mail.kind === 'smtp' && mail.reports !== undefined),
    troubles: told.troubleMail !== undefined,
    timestamp: told.timestamp !== undefined,
    'signing-key': told.signing !== undefined,
    esign: told.eSign !== undefined,
    'virus-scanner': told.virusScanner !== undefined,
    witness: told.witness !== undefined,
    uploads: told.uploadsAreTold === true,
  };
  return of[connection];
}

/** @throws Refusal `set-on-server` */
export function refuseTold(told: Config, connection: PageConnection): void {
  if (isTold(told, connection)) throw new Refusal('set-on-server');
}
