/** The boxes of the desk, as its navigation and its address name them. */
export const BOXES = [
  'all',
  'inbox',
  'receipts',
  'copies',
  'drafts',
  'parked',
  'follow-up',
  'call-book',
  'sent',
  'sent-receipts',
  'created',
  'closed',
  'to-sign',
  'to-dispatch',
  'stuck',
  'below',
] as const;
export type Box = (typeof BOXES)[number];

/** `late`: what is overdue or kept too long first, then what is due first. Of what is alike, the longest there comes first. */
export const DESK_ORDERS = ['late', 'newest', 'oldest', 'urgency'] as const;
export type DeskOrder = (typeof DESK_ORDERS)[number];

/** `due`: only what is due by a day; `sender`: by the post that sent it. */
export const INBOX_ORDERS = [...DESK_ORDERS, 'due', 'sender'] as const;
export type InboxOrder = (typeof INBOX_ORDERS)[number];

export const REGISTERS = ['diary', 'dispatch', 'drafts'] as const;
export type Register = (typeof REGISTERS)[number];

/** The verifier as one file, for whoever would rather run it without this server. */
export const VERIFIER_PATH = '/patravali-verify.mjs';

/**
 * Every page that a browser may ask for: its router makes its routes of these, and the server answers 404 to any other
 * address. `$` begins what stands for one of a closed list (`box`, `register`) or for an id.
 */
export const PAGE_PATHS = {
  index: '/',
  signIn: '/sign-in',
  link: '/link',
  setUp: '/set-up',
  verifyBundle: '/verify-bundle',
  choosePost: '/choose-post',
  desk: '/desk/$box',
  discussions: '/desk/discussions',
  questions: '/desk/questions',
  question: '/consultations/$consultedId',
  register: '/registers/$register',
  search: '/search',
  auditEvents: '/audit/events',
  auditSample: '/audit/sample',
  securityEvents: '/security-events',
  people: '/people',
  channel: '/channel',
  password: '/password',
  sessions: '/sessions',
  help: '/help',
  notices: '/notices',
  noticeSettings: '/notices/settings',
  pdfs: '/pdfs',
  phrases: '/phrases',
  signingKeys: '/signing-keys',
  signingRule: '/signing-rule',
  certificates: '/certificates',
  accounts: '/accounts',
  numbers: '/numbers',
  calendar: '/calendar',
  urgencies: '/urgencies',
  synonyms: '/synonyms',
  checklist: '/checklist',
  letterhead: '/letterhead',
  templates: '/draft-templates',
  connections: '/connections',
  absence: '/absence',
  categories: '/case-categories',
  newFile: '/files/new',
  file: '/files/$fileId',
  newDraft: '/files/$fileId/drafts/new',
  redaction: '/files/$fileId/rti/$documentId',
  newReceipt: '/receipts/new',
  receipt: '/receipts/$receiptId',
  draft: '/drafts/$draftId',
  issue: '/issues/$issueId',
  letterToSign: '/letters-to-sign/$issueId',
} as const;
