import type { Language } from '@patravali/contract';
import { fill, type MessageParams } from '@patravali/language';
import enAbsence from '../../../libs/office/messages/src/en/absence.json';
import enAside from '../../../libs/office/messages/src/en/aside.json';
import enBulk from '../../../libs/office/messages/src/en/bulk.json';
import enCauses from '../../../libs/office/messages/src/en/causes.json';
import enChannel from '../../../libs/office/messages/src/en/channel.json';
import enMyPdfs from '../../../libs/office/messages/src/en/my-pdfs.json';
import enRegrading from '../../../libs/office/messages/src/en/regrading.json';
import enClock from '../../../libs/office/messages/src/en/clock.json';
import enConsultations from '../../../libs/office/messages/src/en/consultations.json';
import enFirstSteps from '../../../libs/office/messages/src/en/first-steps.json';
import enLeave from '../../../libs/office/messages/src/en/leave.json';
import enDesk from '../../../libs/office/messages/src/en/desk.json';
import enDeskFilter from '../../../libs/office/messages/src/en/desk-filter.json';
import enEnclosures from '../../../libs/office/messages/src/en/enclosures.json';
import enCalendar from '../../../libs/office/messages/src/en/calendar.json';
import enCertificates from '../../../libs/office/messages/src/en/certificates.json';
import enUrgencies from '../../../libs/office/messages/src/en/urgencies.json';
import enNumbers from '../../../libs/office/messages/src/en/numbers.json';
import enEstablishment from '../../../libs/office/messages/src/en/establishment.json';
import enDraft from '../../../libs/office/messages/src/en/draft.json';
import enDraftComments from '../../../libs/office/messages/src/en/draft-comments.json';
import enDraftForms from '../../../libs/office/messages/src/en/draft-forms.json';
import enPhrases from '../../../libs/office/messages/src/en/phrases.json';
import enActs from '../../../libs/office/messages/src/en/acts.json';
import enEvents from '../../../libs/office/messages/src/en/facts.json';
import enFile from '../../../libs/office/messages/src/en/file.json';
import enFileActs from '../../../libs/office/messages/src/en/file-acts.json';
import enFilesAlike from '../../../libs/office/messages/src/en/files-alike.json';
import enLetterChecks from '../../../libs/office/messages/src/en/letter-checks.json';
import enNotices from '../../../libs/office/messages/src/en/notices.json';
import enOutward from '../../../libs/office/messages/src/en/outward.json';
import enPage from '../../../libs/office/messages/src/en/page.json';
import enReceiptMoves from '../../../libs/office/messages/src/en/receipt-moves.json';
import enReceipts from '../../../libs/office/messages/src/en/receipts.json';
import enRegisters from '../../../libs/office/messages/src/en/registers.json';
import enRegistersFilter from '../../../libs/office/messages/src/en/registers-filter.json';
import enSearch from '../../../libs/office/messages/src/en/search.json';
import enSending from '../../../libs/office/messages/src/en/sending.json';
import enSecurityEvents from '../../../libs/office/messages/src/en/security-events.json';
import enSession from '../../../libs/office/messages/src/en/session.json';
import enSessions from '../../../libs/office/messages/src/en/sessions.json';
import enHelp from '../../../libs/office/messages/src/en/help.json';
import enKeys from '../../../libs/office/messages/src/en/keys.json';
import enChecklist from '../../../libs/office/messages/src/en/checklist.json';
import enConnections from '../../../libs/office/messages/src/en/connections.json';
import enTemplates from '../../../libs/office/messages/src/en/templates.json';
import enLetterhead from '../../../libs/office/messages/src/en/letterhead.json';
import enSetUp from '../../../libs/office/messages/src/en/set-up.json';
import enLink from '../../../libs/office/messages/src/en/sign-in-link.json';
import enSigning from '../../../libs/office/messages/src/en/signing.json';
import enSynonyms from '../../../libs/office/messages/src/en/synonyms.json';
import enPasting from '../../../libs/office/messages/src/en/pasting.json';
import enTogether from '../../../libs/office/messages/src/en/together.json';
import enPaste from '../../../libs/office/messages/src/en/paste.json';
import enTyping from '../../../libs/office/messages/src/en/typing.json';
import enWhoSaw from '../../../libs/office/messages/src/en/who-saw.json';
import enVocabulary from '../../../libs/office/messages/src/en/vocabulary.json';
import enWithdrawing from '../../../libs/office/messages/src/en/withdrawing.json';
import hiAbsence from '../../../libs/office/messages/src/hi/absence.json';
import hiAside from '../../../libs/office/messages/src/hi/aside.json';
import hiBulk from '../../../libs/office/messages/src/hi/bulk.json';
import hiCauses from '../../../libs/office/messages/src/hi/causes.json';
import hiChannel from '../../../libs/office/messages/src/hi/channel.json';
import hiMyPdfs from '../../../libs/office/messages/src/hi/my-pdfs.json';
import hiRegrading from '../../../libs/office/messages/src/hi/regrading.json';
import hiClock from '../../../libs/office/messages/src/hi/clock.json';
import hiConsultations from '../../../libs/office/messages/src/hi/consultations.json';
import hiFirstSteps from '../../../libs/office/messages/src/hi/first-steps.json';
import hiLeave from '../../../libs/office/messages/src/hi/leave.json';
import hiDesk from '../../../libs/office/messages/src/hi/desk.json';
import hiDeskFilter from '../../../libs/office/messages/src/hi/desk-filter.json';
import hiEnclosures from '../../../libs/office/messages/src/hi/enclosures.json';
import hiCalendar from '../../../libs/office/messages/src/hi/calendar.json';
import hiCertificates from '../../../libs/office/messages/src/hi/certificates.json';
import hiUrgencies from '../../../libs/office/messages/src/hi/urgencies.json';
import hiNumbers from '../../../libs/office/messages/src/hi/numbers.json';
import hiEstablishment from '../../../libs/office/messages/src/hi/establishment.json';
import hiDraft from '../../../libs/office/messages/src/hi/draft.json';
import hiDraftComments from '../../../libs/office/messages/src/hi/draft-comments.json';
import hiDraftForms from '../../../libs/office/messages/src/hi/draft-forms.json';
import hiPhrases from '../../../libs/office/messages/src/hi/phrases.json';
import hiActs from '../../../libs/office/messages/src/hi/acts.json';
import hiEvents from '../../../libs/office/messages/src/hi/facts.json';
import hiFile from '../../../libs/office/messages/src/hi/file.json';
import hiFileActs from '../../../libs/office/messages/src/hi/file-acts.json';
import hiFilesAlike from '../../../libs/office/messages/src/hi/files-alike.json';
import hiLetterChecks from '../../../libs/office/messages/src/hi/letter-checks.json';
import hiNotices from '../../../libs/office/messages/src/hi/notices.json';
import hiOutward from '../../../libs/office/messages/src/hi/outward.json';
import hiPage from '../../../libs/office/messages/src/hi/page.json';
import hiReceiptMoves from '../../../libs/office/messages/src/hi/receipt-moves.json';
import hiReceipts from '../../../libs/office/messages/src/hi/receipts.json';
import hiRegisters from '../../../libs/office/messages/src/hi/registers.json';
import hiRegistersFilter from '../../../libs/office/messages/src/hi/registers-filter.json';
import hiSearch from '../../../libs/office/messages/src/hi/search.json';
import hiSending from '../../../libs/office/messages/src/hi/sending.json';
import hiSecurityEvents from '../../../libs/office/messages/src/hi/security-events.json';
import hiSession from '../../../libs/office/messages/src/hi/session.json';
import hiSessions from '../../../libs/office/messages/src/hi/sessions.json';
import hiHelp from '../../../libs/office/messages/src/hi/help.json';
import hiKeys from '../../../libs/office/messages/src/hi/keys.json';
import hiChecklist from '../../../libs/office/messages/src/hi/checklist.json';
import hiConnections from '../../../libs/office/messages/src/hi/connections.json';
import hiTemplates from '../../../libs/office/messages/src/hi/templates.json';
import hiLetterhead from '../../../libs/office/messages/src/hi/letterhead.json';
import hiSetUp from '../../../libs/office/messages/src/hi/set-up.json';
import hiLink from '../../../libs/office/messages/src/hi/sign-in-link.json';
import hiSigning from '../../../libs/office/messages/src/hi/signing.json';
import hiSynonyms from '../../../libs/office/messages/src/hi/synonyms.json';
import hiPasting from '../../../libs/office/messages/src/hi/pasting.json';
import hiTogether from '../../../libs/office/messages/src/hi/together.json';
import hiPaste from '../../../libs/office/messages/src/hi/paste.json';
import hiTyping from '../../../libs/office/messages/src/hi/typing.json';
import hiWhoSaw from '../../../libs/office/messages/src/hi/who-saw.json';
import hiVocabulary from '../../../libs/office/messages/src/hi/vocabulary.json';
import hiWithdrawing from '../../../libs/office/messages/src/hi/withdrawing.json';

const EN = {
  ...enAbsence,
  ...enCauses,
  ...enActs,
  ...enVocabulary,
  ...enPage,
  ...enSecurityEvents,
  ...enSession,
  ...enDesk,
  ...enDeskFilter,
  ...enFirstSteps,
  ...enReceipts,
  ...enRegisters,
  ...enRegistersFilter,
  ...enHelp,
  ...enKeys,
  ...enFile,
  ...enFileActs,
  ...enFilesAlike,
  ...enDraft,
  ...enPaste,
  ...enTyping,
  ...enAside,
  ...enPasting,
  ...enTogether,
  ...enReceiptMoves,
  ...enSearch,
  ...enSending,
  ...enChannel,
  ...enMyPdfs,
  ...enRegrading,
  ...enClock,
  ...enBulk,
  ...enWithdrawing,
  ...enDraftForms,
  ...enDraftComments,
  ...enLetterChecks,
  ...enSessions,
  ...enChecklist,
  ...enConnections,
  ...enTemplates,
  ...enLetterhead,
  ...enSetUp,
  ...enLink,
  ...enSigning,
  ...enPhrases,
  ...enOutward,
  ...enEnclosures,
  ...enCalendar,
  ...enCertificates,
  ...enSynonyms,
  ...enUrgencies,
  ...enNumbers,
  ...enEstablishment,
  ...enWhoSaw,
  ...enEvents,
};
export type SentenceKey = keyof typeof EN;

const SENTENCES: Record<Language, Record<SentenceKey, string>> = {
  en: EN,
  hi: {
    ...hiAbsence,
    ...hiCauses,
    ...hiActs,
    ...hiVocabulary,
    ...hiPage,
    ...hiSecurityEvents,
    ...hiSession,
    ...hiDesk,
    ...hiDeskFilter,
    ...hiFirstSteps,
    ...hiReceipts,
    ...hiRegisters,
    ...hiRegistersFilter,
    ...hiHelp,
    ...hiKeys,
    ...hiFile,
    ...hiFileActs,
    ...hiFilesAlike,
    ...hiDraft,
    ...hiPaste,
    ...hiTyping,
    ...hiAside,
    ...hiPasting,
    ...hiTogether,
    ...hiReceiptMoves,
    ...hiSearch,
    ...hiSending,
    ...hiChannel,
    ...hiMyPdfs,
    ...hiRegrading,
    ...hiClock,
    ...hiBulk,
    ...hiWithdrawing,
    ...hiDraftForms,
    ...hiDraftComments,
    ...hiLetterChecks,
    ...hiSessions,
    ...hiChecklist,
    ...hiConnections,
    ...hiTemplates,
    ...hiLetterhead,
    ...hiSetUp,
    ...hiLink,
    ...hiSigning,
    ...hiPhrases,
    ...hiOutward,
    ...hiEnclosures,
    ...hiCalendar,
    ...hiCertificates,
    ...hiSynonyms,
    ...hiUrgencies,
    ...hiNumbers,
    ...hiEstablishment,
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

/** What stands above every page of somebody who is on leave. */
export const leaveWords =
  (language: Language) =>
  (key: keyof typeof enLeave, params: MessageParams = {}): string =>
    fill((language === 'hi' ? hiLeave : enLeave)[key], params, language);

/** What the pages of consultations say, which bring their sentences themselves. */
export const consultationWords =
  (language: Language) =>
  (key: keyof typeof enConsultations, params: MessageParams = {}): string =>
    fill((language === 'hi' ? hiConsultations : enConsultations)[key], params, language);
