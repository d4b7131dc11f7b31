import { addresseeInBrief, type DraftContent, plainText, textsOfLetter } from '@patravali/contract';
import { dayInIndia } from '@patravali/database';
import { LETTERS } from '@patravali/letters';
import type { FoundTexts, SearchedItems } from '@patravali/search';

interface Written {
  /** As it was kept at any time. */
  readonly content: Partial<DraftContent>;
  readonly subject: string;
  /** The number that it was issued under, in both spellings. */
  readonly numbers: string | null;
}

function textsOfWritten({ content, subject, numbers }: Written): FoundTexts {
  const { english, addressees = [], copyTo = [], reference, enclosures = [], body, annexures = [] } = content;
  const parties = [...addressees, ...copyTo].map(addresseeInBrief);
  const texts = body ? textsOfLetter({ body, english, annexures }).map(plainText) : [];
  return {
    title: [subject, english?.subject].filter(Boolean).join(' · '),
    text: [[numbers, reference?.number, ...parties].filter(Boolean).join(' · '), ...texts, ...enclosures]
      .filter(Boolean)
      .join('\n'),
  };
}

/** Letters in the making, as they stand now; the text of one that was issued is found as the letter. */
export const FOUND_DRAFTS = {
  kind: 'draft',
  source: `draft r JOIN draft_version v
    ON v.organisation_id = r.organisation_id AND v.draft_id = r.id AND v.number = r.current_version`,
  id: 'r.id',
  organisationId: 'r.organisation_id',
  fileId: 'r.file_id',
  at: 'r.changed_at',
  day: dayInIndia('r.changed_at'),
  post: 'v.post_id',
  where: `r.state <> 'issued'`,
  content: `jsonb_build_object('content', v.content, 'subject', r.subject, 'numbers', NULL)`,
  textsOf: textsOfWritten,
} satisfies SearchedItems<Written>;

/** How a found draft is shown, as SQL. */
export const SHOWN_DRAFT = {
  fileId: 'r.file_id',
  ordinal: 'r.ordinal',
  at: 'r.changed_at',
  authorId: 'v.user_id',
  post: 'v.post_id',
} as const;

/** Letters that went out, with the text that was approved. */
export const FOUND_ISSUES = {
  kind: 'issue',
  source: `${LETTERS} JOIN draft_version v
    ON v.organisation_id = i.organisation_id AND v.draft_id = i.draft_id AND v.number = i.draft_version`,
  id: 'i.id',
  organisationId: 'i.organisation_id',
  at: 'i.issued_at',
  day: dayInIndia('i.issued_at'),
  post: 'i.issued_by_post_id',
  where: `i.state = 'issued'`,
  content: `jsonb_build_object('content', v.content, 'subject', i.subject,
    'numbers', concat_ws(' · ', i.number, i.number_hi))`,
  textsOf: textsOfWritten,
} satisfies SearchedItems<Written>;

/** How a found letter is shown, as SQL. */
export const SHOWN_ISSUE = {
  fileId: 'i.file_id',
  number: 'i.number',
  numberHi: 'i.number_hi',
  at: 'i.issued_at',
  authorId: 'i.issued_by_user_id',
  post: 'i.issued_by_post_id',
} as const;
