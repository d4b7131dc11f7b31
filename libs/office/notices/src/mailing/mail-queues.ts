import { SCHEDULE } from '@patravali/config';
import type { Queue } from '@patravali/database';
import { z } from 'zod';

export const NoticeMail = z.object({ organisationId: z.uuid(), userId: z.uuid(), noticeId: z.uuid() });
export type NoticeMail = z.infer<typeof NoticeMail>;
export const DigestMail = z.object({ organisationId: z.uuid(), userId: z.uuid(), day: z.iso.date() });
export type DigestMail = z.infer<typeof DigestMail>;

/** One notice to one person. */
export const MAIL_NOTICE: Queue<NoticeMail> = { name: 'mail-notice', data: NoticeMail };
export const BEGIN_DIGESTS: Queue = { name: 'begin-digests', data: z.object({}), cron: SCHEDULE.beginDigests };
/** All that concerns one person since the last one. */
export const MAIL_DIGEST: Queue<DigestMail> = { name: 'mail-digest', data: DigestMail };
