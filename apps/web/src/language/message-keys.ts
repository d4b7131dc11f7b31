import type acts from '@messages/en/acts.json';
import type desk from '@messages/en/desk.json';
import type dispatch from '@messages/en/dispatch.json';
import type draft from '@messages/en/draft.json';
import type file from '@messages/en/file.json';
import type page from '@messages/en/page.json';
import type receipts from '@messages/en/receipts.json';
import type registers from '@messages/en/registers.json';
import type session from '@messages/en/session.json';
import type typing from '@messages/en/typing.json';
import type vocabulary from '@messages/en/vocabulary.json';

/** The build leaves out the names of events (`apps/web/words.ts`); `useEventWords` says them. */
type Act = Exclude<keyof typeof acts, `event.${string}`>;

/** Every sentence of the page. A key that is missing from the message files does not compile. */
export type MessageKey =
  | Act
  | keyof typeof desk
  | keyof typeof dispatch
  | keyof typeof draft
  | keyof typeof file
  | keyof typeof page
  | keyof typeof receipts
  | keyof typeof registers
  | keyof typeof session
  | keyof typeof typing
  | keyof typeof vocabulary;

export type Messages = Record<MessageKey, string>;
