import acts from '@messages/hi/acts.json';
import desk from '@messages/hi/desk.json';
import draft from '@messages/hi/draft.json';
import file from '@messages/hi/file.json';
import page from '@messages/hi/page.json';
import receipts from '@messages/hi/receipts.json';
import registers from '@messages/hi/registers.json';
import session from '@messages/hi/session.json';
import typing from '@messages/hi/typing.json';
import vocabulary from '@messages/hi/vocabulary.json';
import type { Messages } from './message-keys';

export const messages: Messages = {
  ...acts,
  ...vocabulary,
  ...page,
  ...session,
  ...desk,
  ...receipts,
  ...registers,
  ...file,
  ...draft,
  ...typing,
};
