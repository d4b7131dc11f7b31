import { Group } from '@mantine/core';
import type { Cover } from '@patravali/contract';
import { useRef, useState } from 'react';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import { useUpload } from '../../documents/use-upload';
import { enterToNextField } from '../../ui/forms/enter-to-next-field';
import { useTitle } from '../../ui/page/use-title';
import { CoverChoice } from './CoverChoice';
import { DiaryFields } from './DiaryFields';
import { MarkTo } from '../moves/MarkTo';
import classes from './receipts.module.css';
import { SameLetters } from './SameLetters';
import { ReadMark } from './ReadMark';
import { ScanSheet } from './ScanSheet';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { useDiarise } from './use-diarise';
import { useLetterRead } from './use-letter-read';

/**
 * A letter comes in: the scan on the left, its diary entry on the right, filled from its text where that can be read, and the ways to finish. A number once drawn is
 * never given back, so Enter in a field draws none.
 */
export function DiarisePage() {
  const { t } = useTranslations('receipt-moves');
  useTitle(t('desk.diarise'));
  const uploading = useUpload('diary-scan', true);
  const [cover, setCover] = useState<Cover | null>(null);
  const { diary, mark, isComplete, isMarked, isPending, error, finish } = useDiarise(
    uploading,
    uploading.upload.state === 'none' ? cover : null,
  );
  const stored = uploading.upload.state === 'stored' ? uploading.upload.document : undefined;
  const reading = useLetterRead(stored?.id, diary, mark.form);
  const form = useRef<HTMLFormElement>(null);
  const takeScan = (files: readonly File[]) => {
    uploading.start(files);
    if (!form.current?.contains(document.activeElement)) form.current?.querySelector('textarea')?.focus();
  };
  return (
    <main className={classes.sheets}>
      <ScanSheet upload={uploading.upload} onScan={takeScan} onClear={uploading.clear} shown={reading.shown} />
      <form
        ref={form}
        className={classes.entry}
        onKeyDown={enterToNextField}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className={classes.fields}>
          <h1>{t('desk.diarise')}</h1>
          <p role="status" className="soft small">
            {reading.isRead === 'reading' && Object.keys(reading.read).length === 0 && t('receipts.read.reading')}
          </p>
          {uploading.upload.state === 'none' && <CoverChoice cover={cover} onChange={setCover} />}
          <DiaryFields form={diary} reading={reading} />
          <MarkTo form={mark} keys="alt+P" />
          {reading.read.dueOn && (
            <p>
              {t('desk.dueOn')}: <ReadMark read={reading.read.dueOn} quoted />
            </p>
          )}
        </div>
        <div className={classes.finish}>
          <SameLetters entry={diary.values} sha256={stored?.sha256} />
          <RefusalLine error={error} className={classes.refusal} />
          {!(isComplete && isMarked) && (
            <p className="soft small">{isComplete ? t('receiptMoves.postMissing') : t('receipts.missing')}</p>
          )}
          <Group gap={8}>
            <KeyButton
              keys="ctrl+Enter"
              label={t('receipts.generate')}
              disabled={!isComplete}
              loading={isPending}
              onClick={() => finish('generate')}
              whileTyping
            />
            <KeyButton
              keys="alt+Enter"
              label={t('receipts.generateAndSend')}
              variant="default"
              disabled={!isComplete || !isMarked}
              onClick={() => finish('send')}
              whileTyping
            />
            <KeyButton
              keys="alt+F"
              label={t('receipts.generateAndFile')}
              variant="default"
              disabled={!isComplete || !stored}
              onClick={() => finish('file')}
              whileTyping
            />
            <KeyButton
              keys="alt+C"
              label={t('receipts.generateAndCopy')}
              variant="default"
              disabled={!isComplete}
              onClick={() => finish('copy')}
              whileTyping
            />
          </Group>
        </div>
      </form>
    </main>
  );
}
