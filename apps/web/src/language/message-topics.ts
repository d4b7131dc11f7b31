import type aside from '@messages/en/aside.json';
import type audit from '@messages/en/audit.json';
import type bulk from '@messages/en/bulk.json';
import type clock from '@messages/en/clock.json';
import type consultations from '@messages/en/consultations.json';
import type draftComments from '@messages/en/draft-comments.json';
import type draftForms from '@messages/en/draft-forms.json';
import type enclosures from '@messages/en/enclosures.json';
import type evidenceBundle from '@messages/en/evidence-bundle.json';
import type firstSteps from '@messages/en/first-steps.json';
import type letterChecks from '@messages/en/letter-checks.json';
import type logLosses from '@messages/en/log-losses.json';
import type notices from '@messages/en/notices.json';
import type outward from '@messages/en/outward.json';
import type paste from '@messages/en/paste.json';
import type pasting from '@messages/en/pasting.json';
import type phrases from '@messages/en/phrases.json';
import type receiptMoves from '@messages/en/receipt-moves.json';
import type recordCheck from '@messages/en/record-check.json';
import type redaction from '@messages/en/redaction.json';
import type redactionPage from '@messages/en/redaction-page.json';
import type sessions from '@messages/en/sessions.json';
import type signInLink from '@messages/en/sign-in-link.json';
import type signing from '@messages/en/signing.json';
import type timeline from '@messages/en/timeline.json';
import type together from '@messages/en/together.json';
import type verifyBundle from '@messages/en/verify-bundle.json';
import type verifyFile from '@messages/en/verify-file.json';
import type whoSaw from '@messages/en/who-saw.json';
import type withdrawing from '@messages/en/withdrawing.json';

/** Topics whose sentences come with the part of the page that says them, and not with the first load. */
interface Topics {
  readonly aside: typeof aside;
  readonly audit: typeof audit;
  readonly bulk: typeof bulk;
  readonly clock: typeof clock;
  readonly consultations: typeof consultations;
  readonly 'draft-comments': typeof draftComments;
  readonly 'draft-forms': typeof draftForms;
  readonly enclosures: typeof enclosures;
  readonly 'evidence-bundle': typeof evidenceBundle;
  readonly 'first-steps': typeof firstSteps;
  readonly 'letter-checks': typeof letterChecks;
  readonly 'log-losses': typeof logLosses;
  readonly notices: typeof notices;
  readonly outward: typeof outward;
  readonly paste: typeof paste;
  readonly pasting: typeof pasting;
  readonly phrases: typeof phrases;
  readonly 'receipt-moves': typeof receiptMoves;
  readonly 'record-check': typeof recordCheck;
  readonly redaction: typeof redaction;
  readonly 'redaction-page': typeof redactionPage;
  readonly sessions: typeof sessions;
  readonly 'sign-in-link': typeof signInLink;
  readonly signing: typeof signing;
  readonly timeline: typeof timeline;
  readonly together: typeof together;
  readonly 'verify-bundle': typeof verifyBundle;
  readonly 'verify-file': typeof verifyFile;
  readonly 'who-saw': typeof whoSaw;
  readonly withdrawing: typeof withdrawing;
}

export type MessageTopic = keyof Topics;
/** The keys of the sentences of a topic, or of several. */
export type KeyOf<T extends MessageTopic> = { [Name in T]: keyof Topics[Name] & string }[T];
