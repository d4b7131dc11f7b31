import { useTranslations } from '../language/use-translations';

/** An instant as it is in India; `form` says how much of it. */
export function Time({
  at,
  form = 'dateTime',
}: {
  at: string;
  form?: 'dateTime' | 'day' | 'dayShort' | 'time' | 'registerTime';
}) {
  const translations = useTranslations();
  return (
    <time dateTime={at} title={translations.dateTime(at)} className={form === 'registerTime' ? 'one-line' : undefined}>
      {translations[form](at)}
    </time>
  );
}
