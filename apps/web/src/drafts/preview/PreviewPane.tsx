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

/** The typeset page beside the text. */
export function PreviewPane({ preview, complete }: { preview: Preview; complete: boolean }) {
  const { t } = useTranslations('draft-forms');
  const sentence = useSentence();
  useKeys([{ key: 'alt+p', label: t('draft.refresh'), run: preview.refresh, whileTyping: true }]);
  if (!preview.bytes && !complete) return <p className={page.message}>{t('draft.incomplete')}</p>;
  if (!preview.bytes && preview.error) return <p className={page.message}>{sentence(preview.error)}</p>;
  const turn = <YourTurn operation="previewDraft" waiting={preview.isSetting} />;
  if (!preview.bytes) return <BlankSheet>{turn}</BlankSheet>;
  return (
    <PdfViewer bytes={preview.bytes} title={t('draft.preview')} cursor={wordsAtCursor}>
      {preview.error !== null && (
        <span role="alert" className={classes.previewError}>
          {sentence(preview.error)}
        </span>
      )}
      {turn}
      <Button variant="default" size="compact-sm" onClick={preview.refresh} rightSection={<Kbd keys="alt+P" />}>
        {t('draft.refresh')}
      </Button>
    </PdfViewer>
  );
}
