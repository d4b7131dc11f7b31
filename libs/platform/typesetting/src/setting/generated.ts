import type { Language } from '@patravali/contract-base';
import { type DateForm, fill, formatInstant, platformWords } from '@patravali/language';

/** Who had a document made, and when: printed at the foot of each of its pages. */
export interface Generated {
  readonly by: string;
  readonly post: string;
  readonly office: string;
  /** ISO 8601. */
  readonly at: string;
}

export function generatedLine({ by, post, office, at }: Generated, language: Language, form: DateForm): string {
  const values = { by, post, office, at: formatInstant(form, at, language) };
  return fill(platformWords(language).printedPage.generated, values, language);
}
