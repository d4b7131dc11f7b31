import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { FolderMailbox, NO_MAILBOX, REPORT_MAILBOX, type ReportMailbox } from './report-mailbox';

/** The one that is named when it is read. */
export const REPORT_MAILBOX_PROVIDER: Provider = {
  provide: REPORT_MAILBOX,
  inject: [CONFIG],
  useFactory: (config: Pick<Config, 'mail'>): ReportMailbox => ({
    readEach: async (enter) => (await mailboxOf(config)).readEach(enter),
    open: async () => (await mailboxOf(config)).open(),
  }),
};

async function mailboxOf({ mail }: Pick<Config, 'mail'>): Promise<ReportMailbox> {
  if (mail.kind === 'folder') return new FolderMailbox(join(mail.folder, 'reports'));
  if (mail.kind !== 'smtp' || mail.reports === undefined) return NO_MAILBOX;
  // What speaks IMAP takes a tenth of the time in which a server starts.
  const { ImapMailbox } = await import('./imap-mailbox.ts');
  return new ImapMailbox(mail.reports, mail);
}
