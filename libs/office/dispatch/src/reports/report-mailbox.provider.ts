import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { ImapMailbox } from './imap-mailbox';
import { FolderMailbox, NO_MAILBOX, REPORT_MAILBOX, type ReportMailbox } from './report-mailbox';

export const REPORT_MAILBOX_PROVIDER: Provider = {
  provide: REPORT_MAILBOX,
  inject: [CONFIG],
  useFactory: ({ mail }: Pick<Config, 'mail'>): ReportMailbox => {
    if (mail.kind === 'folder') return new FolderMailbox(join(mail.folder, 'reports'));
    return mail.kind === 'smtp' && mail.reports !== undefined ? new ImapMailbox(mail.reports) : NO_MAILBOX;
  },
};
