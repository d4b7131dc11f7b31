import { Instant, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { ACTIONS_ASKED, GRADINGS } from '../../organisation/contract/vocabulary';

/** What a person is told of, the more telling first: of one act nobody is told twice. */
export const NOTICE_KINDS = [
  'decided',
  'recall_asked',
  'recall_agreed',
  'recall_refused',
  'returned',
  'file_came',
  'receipt_came',
  'letter_arrived',
  'letter_withdrawn',
  'receipt_returned',
  'receipt_redirected',
  'copy_came',
  'to_sign',
  'discussion',
  'consultation_asked',
  'consultation_answered',
  'mail_failed',
  'due_next',
  'late',
  'kept_long',
  'reply_overdue',
  // Of what one follows.
  'followed_decided',
  'followed_closed',
  'followed_moved',
  'reminder_due',
  // Of one's own signing key.
  'certificate_ends',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The kinds as a person thinks of them, each in one of five groups, which are switched together. */
export const NOTICE_GROUPS = {
  arrivals: [
    'file_came',
    'returned',
    'receipt_came',
    'receipt_returned',
    'copy_came',
    'letter_arrived',
    'letter_withdrawn',
  ],
  asked: ['to_sign', 'discussion', 'consultation_asked', 'recall_asked'],
  outcomes: [
    'decided',
    'consultation_answered',
    'recall_agreed',
    'recall_refused',
    'receipt_redirected',
    'mail_failed',
  ],
  days: ['due_next', 'late', 'kept_long', 'reply_overdue', 'reminder_due', 'certificate_ends'],
  followed: ['followed_decided', 'followed_closed', 'followed_moved'],
} as const satisfies Readonly<Record<string, readonly NoticeKind[]>>;
export type NoticeGroup = keyof typeof NOTICE_GROUPS;

/** Where a notice shows itself. */
export const NOTICE_CHANNELS = ['bell', 'browser', 'email', 'digest'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const Notice = z
  .object({
    id: z.uuid(),
    kind: z.enum(NOTICE_KINDS),
    /** Of the posts that the person holds, the one that it is about. */
    postId: z.uuid(),
    /** The file, the receipt or the signing key that it opens. */
    thing: z.object({
      kind: z.enum(['file', 'receipt', 'key']),
      id: z.uuid(),
      /** Empty of a key. */
      number: z.string(),
      /** Of a receipt, where its diary number reads otherwise in Hindi. */
      numberHi: z.string().nullable(),
      /** Null where the person may read only that he is concerned: a discussion on a file of others. */
      subject: z.string().nullable(),
      grading: z.enum(GRADINGS),
    }),
    /** The post that did it; null of what a day or a machine brings. */
    from: PostId.nullable(),
    /** What whoever sent the file or receipt asks. */
    action: z.enum(ACTIONS_ASKED).nullable(),
    at: Instant,
    read: z.boolean(),
    /** It was pulled back before it was opened, and counts as read. */
    takenBack: z.boolean(),
    /** Whether the person wants to see such notices while the page is not in sight. */
    browser: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

/** Above 99 it is given as 100: "more than". */
export const NoticeCount = z.object({ unread: z.int() }).meta({ id: 'NoticeCount' });
export type NoticeCount = z.infer<typeof NoticeCount>;

/** These, or all that there are until now. */
export const MarkNoticesRead = z
  .strictObject({ ids: z.array(z.uuid()).max(200).optional() })
  .meta({ id: 'MarkNoticesRead' });
export type MarkNoticesRead = z.infer<typeof MarkNoticesRead>;

export const NoticeSetting = z
  .object({ kind: z.enum(NOTICE_KINDS), channel: z.enum(NOTICE_CHANNELS), on: z.boolean() })
  .meta({ id: 'NoticeSetting' });
export type NoticeSetting = z.infer<typeof NoticeSetting>;

export const NoticeSettings = z
  .object({
    items: z.array(NoticeSetting),
    /** Where mail goes; null where the office sends none, or knows no address of this person. */
    mailTo: z.string().nullable(),
  })
  .meta({ id: 'NoticeSettings' });

/** One switch, or those of several kinds at once. */
export const ChangeNoticeSetting = z
  .strictObject({
    kinds: z.array(z.enum(NOTICE_KINDS)).min(1).max(NOTICE_KINDS.length),
    channel: z.enum(NOTICE_CHANNELS),
    on: z.boolean(),
  })
  .meta({ id: 'ChangeNoticeSetting' });
export type ChangeNoticeSetting = z.infer<typeof ChangeNoticeSetting>;

/** Of the person, from every post held today. */
export const noticeOperations = {
  listNotices: operation('GET', '/notices', {
    summary: 'List the notices of the person',
    query: PageQuery,
    answer: pageOf(Notice),
    access: 'without-post',
    shows: ['notices'],
    refuses: ['not-your-post'],
  }),
  countNotices: operation('GET', '/notices/count', {
    summary: 'Count the unread notices of the person',
    answer: NoticeCount,
    access: 'without-post',
    shows: ['notices'],
    refuses: ['not-your-post'],
  }),
  markNoticesRead: operation('POST', '/notices/read', {
    summary: 'Mark notices as read',
    body: MarkNoticesRead,
    status: 204,
    access: 'without-post',
    changes: ['notices'],
  }),
  getNoticeSettings: operation('GET', '/notices/settings', {
    summary: 'Show of what the person wants notices',
    description: 'Every kind of notice and every channel.',
    answer: NoticeSettings,
    access: 'without-post',
    shows: ['notice-settings'],
  }),
  changeNoticeSetting: operation('PUT', '/notices/settings', {
    summary: 'Change of what the person wants notices',
    body: ChangeNoticeSetting,
    status: 204,
    access: 'without-post',
    changes: ['notices', 'notice-settings'],
  }),
};
