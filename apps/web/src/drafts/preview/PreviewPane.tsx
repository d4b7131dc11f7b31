import { Button } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../../ui/keyboard/keys';
import { useSentence } from '../../ui/notices/use-refusal';
import { YourTurn } from '../../ui/YourTurn';
import { Kbd } from '../../ui/keyboard/Kbd';
import { BlankSheet } from '../../documents/viewer/page/BlankSheet';
import { PdfViewer } from '../../documents/viewer/PdfViewer';
import page from '../../ui/page/page.module.css';
import classes from '../draft.module.css';
import { wordsAtCursor } from './words-at-cursor';
import type { Preview } from './use-preview';

interface PreviewPaneProps {
  preview: Preview;
  /** Nothing is missing for a letter. */
  complete: boolean;
  /** The page is read, and all of it in sight; else it stands beside its text. */
  whole?: boolean;
  /** Words that are marked on it. */
  marked?: readonly string[] | undefined;
}

/** The typeset page. */
export function PreviewPane({ preview, complete, whole = false, marked }: PreviewPaneProps) {
  const { t } = useTranslations('draft-forms');
  const sentence = useSentence();
  useKeys([{ key: 'alt+p', label: t('draft.refresh'), run: preview.refresh, whileTyping: true }]);
  const refresh = (
    <Button variant="default" size="compact-sm" onClick={preview.refresh} rightSection={<Kbd keys="alt+P" />}>
      {t('draft.refresh')}
    </Button>
  );
  if (!preview.bytes && !complete) return <p className={page.message}>{t('draft.incomplete')}</p>;
  if (!preview.bytes && preview.error)
    return (
      <div className={page.message} role="alert">
        <p>{sentence(preview.error)}</p>
        {refresh}
      </div>
    );
  const turn = <YourTurn operation="previewDraft" waiting={preview.isSetting} />;
  if (!preview.bytes) return <BlankSheet>{turn}</BlankSheet>;
  return (
    <PdfViewer
      bytes={preview.bytes}
      title={t('draft.preview')}
      fit={whole ? 'whole' : 'fit'}
      marked={marked}
      cursor={wordsAtCursor}
    >
      {preview.error !== null && (
        <span role="alert" className={classes.previewError}>
          {sentence(preview.error)}
        </span>
      )}
      {turn}
      {!whole && refresh}
    </PdfViewer>
  );
}
