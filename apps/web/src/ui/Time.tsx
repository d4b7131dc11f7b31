import { useLanguage } from '../language/use-language';

/** An instant as it is in India; `form` says how much of it. */
export function Time({ at, form = 'dateTime' }: { at: string; form?: 'dateTime' | 'day' | 'dayShort' | 'time' }) {
  const speech = useLanguage();
  return (
    <time dateTime={at} title={speech.dateTime(at)}>
      {speech[form](at)}
    </time>
  );
}
