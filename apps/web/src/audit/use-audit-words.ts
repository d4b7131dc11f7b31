import en from '@messages/en/audit.json';
import hi from '@messages/hi/audit.json';
import { ownWords } from '../language/own-words';

/** The sentences of the auditor's desk. */
export const { useWords: useAuditWords } = ownWords({ en, hi });
