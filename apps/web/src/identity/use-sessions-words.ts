import en from '@messages/en/sessions.json';
import hi from '@messages/hi/sessions.json';
import { ownWords } from '../language/own-words';

export const { useWords: useSessionsWords } = ownWords({ en, hi });
