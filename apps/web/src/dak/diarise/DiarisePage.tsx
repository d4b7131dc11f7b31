import { Button, Group } from '@mantine/core';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { useUpload } from '../../documents/use-upload';
import { enterToNextField } from '../../ui/forms/enter-to-next-field';
import { useTitle } from '../../ui/page/use-title';
import { useSentence } from '../../ui/notices/use-refusal';
import { DiaryFields } from './DiaryFields';
import { MarkTo } from '../moves/MarkTo';
import classes from './receipts.module.css';
import { ScanSheet } from './ScanSheet';
import { useDiarise } from './use-diarise';

/**
 * A letter comes in: the scan on the left, its diary entry on the right, and three ways to finish. A number once drawn is
 * never given back, so Enter in a field draws none.
 */
export function DiarisePage() {
  const { t } = useTranslations('receipt-moves');
  useTitle(t('desk.diarise'));
  const uploading = useUpload('diary-scan');
  const { diary, mark, isComplete, isMarked, isPending, error, finish } = useDiarise(uploading);
  const sentence = useSentence();
  const keys = { whileTyping: true };
  useKeys([
    { key: 'ctrl+Enter', label: t('receipts.generate'), run: () => finish('generate'), ...keys },
    { key: 'alt+Enter', label: t('receipts.generateAndSend'), run: () => finish('send'), ...keys },
    { key: 'alt+c', label: t('receipts.generateAndCopy'), run: () => finish('copy'), ...keys },
  ]);
  return (
    <main className={classes.sheets}>
      <ScanSheet upload={uploading.upload} onFile={uploading.start} onClear={uploading.clear} />
      <form className={classes.entry} onKeyDown={enterToNextField} onSubmit={(event) => event.preventDefault()}>
        <div className={classes.fields}>
          <h1>{t('desk.diarise')}</h1>
          <DiaryFields form={diary} />
          <MarkTo form={mark} />
        </div>
        <div className={classes.finish}>
          {error && (
            <p role="alert" className={classes.refusal}>
              {sentence(error)}
            </p>
          )}
          {!(isComplete && isMarked) && (
            <p className="soft small">{isComplete ? t('receiptMoves.postMissing') : t('receipts.missing')}</p>
          )}
          <Group gap={8}>
            <Button
              disabled={!isComplete}
              loading={isPending}
              onClick={() => finish('generate')}
              rightSection={<Kbd keys="ctrl+Enter" onAccent />}
            >
              {t('receipts.generate')}
            </Button>
            <Button
              variant="default"
              disabled={!isComplete || !isMarked}
              onClick={() => finish('send')}
              rightSection={<Kbd keys="alt+Enter" />}
            >
              {t('receipts.generateAndSend')}
            </Button>
            <Button
              variant="default"
              disabled={!isComplete}
              onClick={() => finish('copy')}
              rightSection={<Kbd keys="alt+C" />}
            >
              {t('receipts.generateAndCopy')}
            </Button>
          </Group>
        </div>
      </form>
    </main>
  );
}
