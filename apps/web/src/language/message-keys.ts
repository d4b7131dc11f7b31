import type { messages } from './messages-en';

/** Every sentence of the page. A key that is missing from the message files does not compile. */
export type MessageKey = keyof typeof messages;

export type Messages = Record<MessageKey, string>;
