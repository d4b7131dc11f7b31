import type { messages } from './messages-en';

/**
 * Every sentence of the page. A key that is missing from the message files does not compile. The build leaves out the names of events
 * (`apps/web/words.ts`); `useEventWords` says them.
 */
export type MessageKey = Exclude<keyof typeof messages, `event.${string}`>;

export type Messages = Record<MessageKey, string>;
