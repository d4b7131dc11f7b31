import { type Translations, useTranslations } from '../../../language/use-translations';
import type { ReadText } from './use-document-text';
import classes from '../page/viewer.module.css';

/** How far the office is with reading the scans: nothing once all is there. */
export function ReadingProgress({ text }: { text: ReadText | null }) {
  const { t } = useTranslations();
  const sentence = sentenceOf(text, t);
  return (
    <p className={classes.reading} role="status" hidden={sentence === null}>
      {sentence}
    </p>
  );
}

function sentenceOf(text: ReadText | null, t: Translations['t']): string | null {
  if (!text || text.state === 'none') return null;
  const { state, read, scans, pages } = text;
  if (state === 'failed') return t('viewer.textFailed');
  if (state === 'waiting') return t('viewer.textWaiting');
  if (state === 'running' && scans > 0) return t('viewer.textRunning', { read, scans });
  const failed = pages.filter((page) => page.failed).length;
  return failed > 0 ? t('viewer.textMissing', { pages: failed }) : null;
}
