/**
 * What an answer shows and a command changes. After a command the page asks again for every query that shows a topic which
 * the command changes.
 */
export type Topic =
  /** The boxes of the acting post, their counts, and the files found. */
  | 'desk'
  /** What waits for the acting post outside its boxes; others change it, and the page hears of that. */
  | 'waiting'
  /** A file with all that lies in it. */
  | 'file'
  /** Where a file has been, and whether the desk it went to has opened it. */
  | 'movements'
  /** The events of a file, which acts add to that change nothing else of it. */
  | 'history'
  /** The note in writing, of which the inbox tells too. */
  | 'pending-note'
  /** What the acting post follows, and its reminders. */
  | 'following'
  /** When a file was parked and taken up. */
  | 'parkings'
  /** What the desk of a file asks others. */
  | 'consultations'
  /** What other desks ask the acting post. */
  | 'questions'
  /** Answers to discussion notes. The list of discussions does not show them: an answered row stays under the reader's hand. */
  | 'discussions'
  /** The letters of a file and their flags. */
  | 'correspondence'
  /** A receipt, and its line of the diary. */
  | 'receipt'
  /** A draft, and where it is listed. */
  | 'draft'
  /** The comments on a draft. */
  | 'draft-comments'
  /** A letter that has its number, and what has been sent of it. */
  | 'issue'
  /** The letter before the person who signs it. */
  | 'letter-to-sign'
  /** The notices of the person, and how many are unread. */
  | 'notices'
  /** Of what the person wants notices. */
  | 'notice-settings'
  /** The PDFs that the person has asked for. */
  | 'pdfs'
  /** The copies of a document from which parts were taken out. */
  | 'redactions'
  /** The views of the inbox that the person keeps. */
  | 'desk-views'
  /** The phrases that a person or a unit keeps for notes. */
  | 'quick-phrases'
  /** Where the person is signed in. */
  | 'sessions'
  /** The keys with which the person signs. */
  | 'signing-keys'
  /** Whom the office trusts: its roots, and whose certificates are whose. */
  | 'trust'
  /** The kinds of cases, and who disposes of them. */
  | 'case-categories'
  /** Units, posts, people and who holds which post. */
  | 'establishment'
  /** How numbers are made, the heads of file numbers, and the next numbers. */
  | 'numbers'
  /** On which days the office works. */
  | 'calendar'
  /** What the office calls its degrees of urgency, and who may give them. */
  | 'urgencies'
  /** Which words mean the same in this office. */
  | 'synonyms'
  /** From which texts drafts begin. */
  | 'templates'
  /** What the office is connected with. */
  | 'connections'
  /** How letters are headed. */
  | 'letterhead'
  /** Leave of the person, and for whom he acts. */
  | 'absence'
  /** What officers and authors sign in this office. */
  | 'signing-rule';
