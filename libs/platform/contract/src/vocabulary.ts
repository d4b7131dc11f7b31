/** The closed lists of the office. Their labels in both languages stand in the message files. */

export const LANGUAGES = ['hi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const ROLES = ['dealing_hand', 'officer', 'dispatcher', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const TENURE_KINDS = ['regular', 'additional', 'link'] as const;
export type TenureKind = (typeof TENURE_KINDS)[number];

export const GRADINGS = ['normal', 'confidential', 'secret', 'top_secret'] as const;
export type Grading = (typeof GRADINGS)[number];

/** R-40, in rising order. */
export const URGENCIES = ['ordinary', 'priority', 'immediate', 'top_priority', 'vip'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const FILE_STATES = ['on_desk', 'closed'] as const;
export type FileState = (typeof FILE_STATES)[number];

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

export const MOVEMENT_KINDS = ['created', 'forwarded', 'returned', 'pulled_back', 'closed', 'reopened'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

export const NOTE_COLOURS = ['yellow', 'green'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

export const DECISIONS = ['approved', 'not_approved'] as const;
export type Decision = (typeof DECISIONS)[number];

export const RECEIPT_STATES = ['created', 'on_desk', 'in_file'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

export const DELIVERY_MODES = ['by_hand', 'post', 'speed_post', 'email', 'other'] as const;
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

export const LETTER_LANGUAGES = ['hi', 'en', 'bilingual'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

export const CORRESPONDENCE_KINDS = ['received', 'issued'] as const;
export type CorrespondenceKind = (typeof CORRESPONDENCE_KINDS)[number];

/** Paper under consideration, and fresh receipts. */
export const FLAGS = ['puc', 'fr'] as const;
export type Flag = (typeof FLAGS)[number];

export const LETTER_FORMS = ['letter', 'office_memorandum'] as const;
export type LetterForm = (typeof LETTER_FORMS)[number];

export const DRAFT_STATES = ['draft', 'approved', 'issued', 'cancelled'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const DISPATCH_MODES = ['email', 'by_hand', 'post', 'speed_post'] as const;
export type DispatchMode = (typeof DISPATCH_MODES)[number];

export const DISPATCH_STATES = ['queued', 'sent', 'delivered', 'returned', 'failed'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** What a person may do with a file, as the page shows it; the rules stand in libs/office/files. */
export const FILE_MOVES = [
  'open',
  'note',
  'forward',
  'return',
  'pull_back',
  'close',
  'reopen',
  'put_up_draft',
  'add_receipt',
] as const;
export type FileMove = (typeof FILE_MOVES)[number];

export const RECEIPT_MOVES = ['open', 'forward', 'put_in_file'] as const;
export type ReceiptMove = (typeof RECEIPT_MOVES)[number];

export const DRAFT_MOVES = ['change', 'approve', 'cancel', 'issue'] as const;
export type DraftMove = (typeof DRAFT_MOVES)[number];
