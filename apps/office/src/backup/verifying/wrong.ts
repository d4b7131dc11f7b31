import type { MessageParams } from '@patravali/language';
import { sentence, type SentenceCode } from '../../parts/sentences';

/** What is wrong with a backup, as a person is told it. */
export interface Wrong {
  readonly code: SentenceCode;
  readonly facts: MessageParams;
}

export const inWords = (wrong: readonly Wrong[]): string =>
  wrong.map(({ code, facts }) => sentence(code, facts)).join('\n');
