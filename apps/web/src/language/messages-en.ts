import acts from '@messages/en/acts.json';
import desk from '@messages/en/desk.json';
import draft from '@messages/en/draft.json';
import file from '@messages/en/file.json';
import page from '@messages/en/page.json';
import receipts from '@messages/en/receipts.json';
import registers from '@messages/en/registers.json';
import session from '@messages/en/session.json';
import typing from '@messages/en/typing.json';
import vocabulary from '@messages/en/vocabulary.json';

export const messages = {
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
