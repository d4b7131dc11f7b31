import type { Translations } from '../../language/use-translations';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What a reader has to change so that a field fits the contract's schema. */
export function issueSentence(issue: Issue, { t }: Pick<Translations, 't'>): string {
  switch (issue.code) {
    case 'invalid_type':
      return t('form.needed');
    case 'too_small':
      return tooSmall(issue, t);
    case 'too_big':
      return tooBig(issue, t);
    case 'invalid_format':
      return unformed(issue.format, t);
    default:
      if (issue.message === 'no-language') return t('form.noLanguage');
      return issue.message === 'one-line' ? t('form.oneLine') : t('form.unfit');
  }
}

function tooSmall({ minimum, origin }: Extract<Issue, { code: 'too_small' }>, t: Translations['t']): string {
  const min = Number(minimum);
  if (origin !== 'string' && origin !== 'array') return t('form.notLess', { min });
  return min > 1 ? t('form.tooShort', { min }) : t('form.needed');
}

function tooBig({ maximum, origin }: Extract<Issue, { code: 'too_big' }>, t: Translations['t']): string {
  const max = Number(maximum);
  if (origin === 'string') return t('form.tooLong', { max });
  return origin === 'array' ? t('form.tooMany', { max }) : t('form.notMore', { max });
}

function unformed(format: string, t: Translations['t']): string {
  if (format === 'email') return t('form.email');
  if (format === 'date') return t('page.dayUnread');
  return format === 'uuid' ? t('form.needed') : t('form.unfit');
}
