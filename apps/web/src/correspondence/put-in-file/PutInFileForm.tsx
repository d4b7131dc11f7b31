import { correspondencePages } from '@messages/correspondence-pages';
import { type FileRow, type Flag, FLAGS, type Named, type ReceiptView } from '@patravali/contract';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useOfferedFiles } from '../../custody/api';
import { useLettersOf } from '../api';
import { AnswerFields } from './AnswerFields';
import { flagOfNext, nextFresh } from '../flags-to-give';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { FileChoice } from '../../ui/file-choice/FileChoice';
import classes from './PutInFile.module.css';
import { useAnswer } from './use-answer';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import forms from '../../ui/forms/fieldset.module.css';

const TYPING_PAUSE_MS = 150;

/** The form opens below the letter's facts: brings it into sight. */
const showWhole = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: 'end' });

/** Puts the letter in a file on this desk; the files of the desk are offered, words narrow them. */
export function PutInFileForm({ receipt, onClose }: { receipt: Named<ReceiptView>; onClose: () => void }) {
  const { t } = useTranslations('outward', 'receipt-moves');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const rows = useOfferedFiles(asked, { state: 'on_desk' });
  const [file, setFile] = useState<Named<FileRow> | null>(null);
  const letters = useLettersOf(file?.id);
  const [chosen, setChosen] = useState<Flag | 'none' | null>(null);
  const flag = chosen ?? flagOfNext(letters) ?? 'none';
  const fresh = nextFresh(letters);
  const flags: Flag[] = fresh ? ['puc', fresh] : ['puc'];
  const answer = useAnswer(receipt);
  const ours = letters.filter((letter) => letter.issueId !== null);
  const choose = (row: Named<FileRow>) => {
    setFile(row);
    answer.answer(null);
    setChosen(null);
  };
  const put = useCommand('putReceiptInFile');
  const submit = () => {
    if (!file) return;
    put.mutate(
      {
        params: { receiptId: receipt.id },
        body: {
          fileId: file.id,
          flag: flag === 'none' ? null : flag,
          answersIssueId: answer.issueId ?? undefined,
          answersRecipient: answer.recipient ?? undefined,
        },
        ifMatch: receipt.version,
      },
      {
        onSuccess: ({ firstPage, lastPage }) => {
          const pages = correspondencePages({ firstPage, lastPage });
          showSuccess(t('receipts.putInFile', { number: file.number, pages }));
          onClose();
          void navigate({ to: '/files/$fileId', params: { fileId: file.id }, search: { page: firstPage } });
        },
      },
    );
  };
  return (
    <form
      className={forms.fieldset}
      ref={showWhole}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FileChoice
        label={t('receipts.findFile')}
        typed={typed}
        onType={setTyped}
        rows={rows}
        chosen={file}
        onChoose={choose}
      />
      <SegmentedControl
        className={classes.flags ?? ''}
        aria-label={t('receipts.flag')}
        value={flag}
        onChange={(value) => setChosen(FLAGS.find((one) => one === value) ?? 'none')}
        data={[
          ...flags.map((value) => ({ value, label: t(`flagLong.${value}`) })),
          { value: 'none', label: t('receipts.noFlag') },
        ]}
      />
      {ours.length > 0 && <AnswerFields ours={ours} answer={answer} />}
      <RefusalLine error={put.error} className={classes.refusal} />
      <Group>
        <Button type="submit" disabled={!file || isWhoseUnsaid(answer)} loading={put.isPending}>
          {file ? t('receipts.putIn', { number: file.number }) : t('receiptMove.put_in_file')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
      </Group>
    </form>
  );
}

const isWhoseUnsaid = ({ addressees, recipient }: ReturnType<typeof useAnswer>) =>
  addressees.length > 1 && recipient === null;
