/** The closed lists that several areas of the office use. Their labels in both languages stand in the message files. */

export const GRADINGS = ['normal', 'confidential', 'secret', 'top_secret'] as const;
export type Grading = (typeof GRADINGS)[number];

/** R-40, in rising order. */
export const URGENCIES = ['ordinary', 'priority', 'immediate', 'top_priority', 'vip'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What the sender asks of the next desk. */
export const ACTIONS_ASKED = [
  'for_approval',
  'for_orders',
  'for_comments',
  'for_information',
  'put_up',
  'to_discuss',
  'for_signature',
  'for_dispatch',
  'for_necessary_action',
] as const;
export type ActionAsked = (typeof ACTIONS_ASKED)[number];

/** What an officer decides on a note. */
export const DECISIONS = ['approved', 'not_approved'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a post does under the Right to Information Act: it answers applications, or hears the first appeal. */
export const INFORMATION_ROLES = ['information_officer', 'appellate_authority'] as const;
export type InformationRole = (typeof INFORMATION_ROLES)[number];

/** States and union territories, as ISO 3166-2:IN names them. */
export const STATES = [
  'AN',
  'AP',
  'AR',
  'AS',
  'BR',
  'CG',
  'CH',
  'DH',
  'DL',
  'GA',
  'GJ',
  'HP',
  'HR',
  'JH',
  'JK',
  'KA',
  'KL',
  'LA',
  'LD',
  'MH',
  'ML',
  'MN',
  'MP',
  'MZ',
  'NL',
  'OD',
  'PB',
  'PY',
  'RJ',
  'SK',
  'TN',
  'TR',
  'TS',
  'UK',
  'UP',
  'WB',
] as const;
export type State = (typeof STATES)[number];

export const LETTER_LANGUAGES = ['hi', 'en', 'bilingual'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** पूर्वाह्न and अपराह्न: charge changes hands before or after noon. */
export const HALVES = ['forenoon', 'afternoon'] as const;
export type Half = (typeof HALVES)[number];

/**
 * `assistant` is the personal assistant of whoever holds the post: they write yellow notes and drafts there, and nothing
 * they write is official before the officer makes it so. `operator` is somebody of a contractor who does the same under a named clerk, until
 * his contract ends.
 */
export const TENURE_KINDS = ['regular', 'additional', 'link', 'assistant', 'operator'] as const;
export type TenureKind = (typeof TENURE_KINDS)[number];

/** Whoever holds a post in this capacity has charge of it: he acts neither for another nor as an assistant. */
export const hasCharge = (capacity: TenureKind): boolean => capacity === 'regular' || capacity === 'additional';

/** Whoever works at a post in this capacity prepares for its holder: he has none of its roles, and nothing of his is official. */
export const prepares = (capacity: TenureKind | null): boolean => capacity === 'assistant' || capacity === 'operator';

/** On what a person takes charge of a post: a first posting, a transfer, a promotion, an attachment, or back from suspension. */
export const START_CAUSES = ['posted', 'transferred', 'promoted', 'attached', 'reinstated'] as const;
export type StartCause = (typeof START_CAUSES)[number];

/** On what it ends. */
export const END_CAUSES = [
  'relieved',
  'transferred',
  'promoted',
  'attached',
  'suspended',
  'retired',
  'died',
  'contract_ended',
] as const;
export type EndCause = (typeof END_CAUSES)[number];

export const ROLES = [
  'dealing_hand',
  'officer',
  'dispatcher',
  'auditor',
  'administrator',
  'unit_administrator',
] as const;
export type Role = (typeof ROLES)[number];
/** Roles whose posts can hold a file or a receipt at all: an auditor and an administrator never do. */
export const HOLDING_ROLES: readonly Role[] = ['dealing_hand', 'officer', 'dispatcher'];
/** Whether a post with these roles can hold a file or a receipt. */
export const takesFiles = ({ roles }: { readonly roles: readonly Role[] }): boolean =>
  roles.some((role) => HOLDING_ROLES.includes(role));
