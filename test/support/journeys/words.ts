import type { Language } from '@patravali/contract';
import { fill, type MessageParams } from '@patravali/messages';
import enAside from '../../../libs/platform/messages/src/en/aside.json';
import enBulk from '../../../libs/platform/messages/src/en/bulk.json';
import enClock from '../../../libs/platform/messages/src/en/clock.json';
import enConsultations from '../../../libs/platform/messages/src/en/consultations.json';
import enDesk from '../../../libs/platform/messages/src/en/desk.json';
import enDispatch from '../../../libs/platform/messages/src/en/dispatch.json';
import enEnclosures from '../../../libs/platform/messages/src/en/enclosures.json';
import enDraft from '../../../libs/platform/messages/src/en/draft.json';
import enDraftComments from '../../../libs/platform/messages/src/en/draft-comments.json';
import enDraftForms from '../../../libs/platform/messages/src/en/draft-forms.json';
import enPhrases from '../../../libs/platform/messages/src/en/phrases.json';
import enActs from '../../../libs/platform/messages/src/en/acts.json';
import enEvents from '../../../libs/platform/messages/src/en/events.json';
import enFile from '../../../libs/platform/messages/src/en/file.json';
import enLetterChecks from '../../../libs/platform/messages/src/en/letter-checks.json';
import enNotices from '../../../libs/platform/messages/src/en/notices.json';
import enOutward from '../../../libs/platform/messages/src/en/outward.json';
import enPage from '../../../libs/platform/messages/src/en/page.json';
import enReceiptMoves from '../../../libs/platform/messages/src/en/receipt-moves.json';
import enReceipts from '../../../libs/platform/messages/src/en/receipts.json';
import enRegisters from '../../../libs/platform/messages/src/en/registers.json';
import enSession from '../../../libs/platform/messages/src/en/session.json';
import enSessions from '../../../libs/platform/messages/src/en/sessions.json';
import enLink from '../../../libs/platform/messages/src/en/sign-in-link.json';
import enSigning from '../../../libs/platform/messages/src/en/signing.json';
import enPasting from '../../../libs/platform/messages/src/en/pasting.json';
import enTogether from '../../../libs/platform/messages/src/en/together.json';
import enPaste from '../../../libs/platform/messages/src/en/paste.json';
import enTyping from '../../../libs/platform/messages/src/en/typing.json';
import enWhoSaw from '../../../libs/platform/messages/src/en/who-saw.json';
import enVocabulary from '../../../libs/platform/messages/src/en/vocabulary.json';
import enWithdrawing from '../../../libs/platform/messages/src/en/withdrawing.json';
import hiAside from '../../../libs/platform/messages/src/hi/aside.json';
import hiBulk from '../../../libs/platform/messages/src/hi/bulk.json';
import hiClock from '../../../libs/platform/messages/src/hi/clock.json';
import hiConsultations from '../../../libs/platform/messages/src/hi/consultations.json';
import hiDesk from '../../../libs/platform/messages/src/hi/desk.json';
import hiDispatch from '../../../libs/platform/messages/src/hi/dispatch.json';
import hiEnclosures from '../../../libs/platform/messages/src/hi/enclosures.json';
import hiDraft from '../../../libs/platform/messages/src/hi/draft.json';
import hiDraftComments from '../../../libs/platform/messages/src/hi/draft-comments.json';
import hiDraftForms from '../../../libs/platform/messages/src/hi/draft-forms.json';
import hiPhrases from '../../../libs/platform/messages/src/hi/phrases.json';
import hiActs from '../../../libs/platform/messages/src/hi/acts.json';
import hiEvents from '../../../libs/platform/messages/src/hi/events.json';
import hiFile from '../../../libs/platform/messages/src/hi/file.json';
import hiLetterChecks from '../../../libs/platform/messages/src/hi/letter-checks.json';
import hiNotices from '../../../libs/platform/messages/src/hi/notices.json';
import hiOutward from '../../../libs/platform/messages/src/hi/outward.json';
import hiPage from '../../../libs/platform/messages/src/hi/page.json';
import hiReceiptMoves from '../../../libs/platform/messages/src/hi/receipt-moves.json';
import hiReceipts from '../../../libs/platform/messages/src/hi/receipts.json';
import hiRegisters from '../../../libs/platform/messages/src/hi/registers.json';
import hiSession from '../../../libs/platform/messages/src/hi/session.json';
import hiSessions from '../../../libs/platform/messages/src/hi/sessions.json';
import hiLink from '../../../libs/platform/messages/src/hi/sign-in-link.json';
import hiSigning from '../../../libs/platform/messages/src/hi/signing.json';
import hiPasting from '../../../libs/platform/messages/src/hi/pasting.json';
import hiTogether from '../../../libs/platform/messages/src/hi/together.json';
import hiPaste from '../../../libs/platform/messages/src/hi/paste.json';
import hiTyping from '../../../libs/platform/messages/src/hi/typing.json';
import hiWhoSaw from '../../../libs/platform/messages/src/hi/who-saw.json';
import hiVocabulary from '../../../libs/platform/messages/src/hi/vocabulary.json';
import hiWithdrawing from '../../../libs/platform/messages/src/hi/withdrawing.json';

const EN = {
  ...enActs,
  ...enVocabulary,
  ...enPage,
  ...enSession,
  ...enDesk,
  ...enReceipts,
  ...enRegisters,
  ...enFile,
  ...enDraft,
  ...enDispatch,
  ...enPaste,
  ...enTyping,
  ...enAside,
  ...enPasting,
  ...enTogether,
  ...enReceiptMoves,
  ...enClock,
  ...enBulk,
  ...enWithdrawing,
  ...enDraftForms,
  ...enDraftComments,
  ...enLetterChecks,
  ...enSessions,
  ...enLink,
  ...enSigning,
  ...enPhrases,
  ...enOutward,
  ...enEnclosures,
  ...enWhoSaw,
  ...enEvents,
};
export type SentenceKey = keyof typeof EN;

const SENTENCES: Record<Language, Record<SentenceKey, string>> = {
  en: EN,
  hi: {
    ...hiActs,
    ...hiVocabulary,
    ...hiPage,
    ...hiSession,
    ...hiDesk,
    ...hiReceipts,
    ...hiRegisters,
    ...hiFile,
    ...hiDraft,
    ...hiDispatch,
    ...hiPaste,
    ...hiTyping,
    ...hiAside,
    ...hiPasting,
    ...hiTogether,
    ...hiReceiptMoves,
    ...hiClock,
    ...hiBulk,
    ...hiWithdrawing,
    ...hiDraftForms,
    ...hiDraftComments,
    ...hiLetterChecks,
    ...hiSessions,
    ...hiLink,
    ...hiSigning,
    ...hiPhrases,
    ...hiOutward,
    ...hiEnclosures,
    ...hiWhoSaw,
    ...hiEvents,
  },
};

/** What the page says for a key, read from the message files and never typed again in a test. */
export type Words = (key: SentenceKey, params?: MessageParams) => string;

export function wordsOf(language: Language): Words {
  return (key, params = {}) => fill(SENTENCES[language][key], params, language);
}

/** What the pages of notices say, which bring their sentences themselves. */
export const noticeWordsOf = (language: Language): typeof enNotices => (language === 'hi' ? hiNotices : enNotices);

/** What the pages of consultations say, which bring their sentences themselves. */
export const consultationWords =
  (language: Language) =>
  (key: keyof typeof enConsultations, params: MessageParams = {}): string =>
    fill((language === 'hi' ? hiConsultations : enConsultations)[key], params, language);
