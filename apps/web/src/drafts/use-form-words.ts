import en from '@messages/en/draft-forms.json';
import hi from '@messages/hi/draft-forms.json';
import { ownWords } from '../language/own-words';

/** The sentences of the parts that only some forms of letters have. */
export const { useWords: useFormWords } = ownWords({ en, hi });
export type FormWords = ReturnType<typeof useFormWords>;
