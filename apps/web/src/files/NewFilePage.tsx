import { GRADINGS, type Grading, URGENCIES, type Urgency } from '@patravali/contract';
import { Button, Group, Select, Textarea } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { usePutReceiptInFile } from '../correspondence/api';
import { useCreateFile } from './api';
import { ProblemError } from '../api/problem-error';
import { useReceiptOrNone } from '../dak/use-receipt-or-none';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { useKeys } from '../keyboard/keys';
import { useRefusal, useSentence } from '../ui/use-refusal';
import { useTitle } from '../ui/page/use-title';
import { Kbd } from '../keyboard/Kbd';
import { useActing } from '../identity/use-session';
import { HeadPicker } from '../organisation/HeadPicker';
import classes from './NewFile.module.css';

/** Opens a file: number head, subject, grading, urgency. With `?receipt=` the letter is put in it in the same go. */
export function NewFilePage() {
  const { t } = useTranslations();
  useTitle(t('desk.newFile'));
  const { receipt: receiptId } = useSearch({ from: '/office/with-navigation/files/new' });
  const receipt = useReceiptOrNone(receiptId);
  const navigate = useNavigate();
  const { post } = useActing();
  const [headId, setHead] = useState<string | null>(null);
  const [typedSubject, setSubject] = useState<string | null>(null);
  const subject = typedSubject ?? receipt?.subject ?? '';
  const [grading, setGrading] = useState<Grading>('normal');
  const [urgency, setUrgency] = useState<Urgency | null>(null);
  const [remarks, setRemarks] = useState('');
  const create = useCreateFile();
  const putIn = usePutReceiptInFile();
  const sentence = useSentence();
  const refused = useRefusal();
  const about = (pointer: string) => (create.error instanceof ProblemError ? create.error.about(pointer) : undefined);

  const submit = () => {
    if (headId === null || subject.trim() === '' || create.isPending) return;
    const body = {
      headId,
      subject,
      grading,
      urgency: urgency ?? receipt?.urgency ?? 'ordinary',
      remarks: remarks.trim() || undefined,
    };
    create.mutate(
      { body },
      {
        onSuccess: (file) => {
          showSuccess(t('desk.fileCreated', { number: file.number, computer: String(file.computerNumber) }));
          const go = () => void navigate({ to: '/files/$fileId', params: { fileId: file.id } });
          if (!receipt) go();
          else
            putIn.mutate(
              { params: { receiptId: receipt.id }, body: { fileId: file.id }, ifMatch: receipt.version },
              { onError: refused, onSettled: go },
            );
        },
      },
    );
  };
  useKeys([{ key: 'ctrl+Enter', label: t('desk.openNewFile'), run: submit, whileTyping: true }]);

  return (
    <main className={classes.place}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1>{t('desk.newFile')}</h1>
        {receipt && <p className="soft">{t('desk.newFileFor', { diary: receipt.diaryNumber })}</p>}
        <HeadPicker unit={post.unit} value={headId} onChange={setHead} error={about('/headId')} />
        <Textarea
          label={t('receipts.subject')}
          autosize
          minRows={2}
          maxLength={1000}
          required
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
          error={about('/subject')}
        />
        <Group grow>
          <Select
            label={t('desk.grading')}
            data={GRADINGS.map((value) => ({ value, label: t(`grading.${value}`) }))}
            value={grading}
            onChange={(value) => value && setGrading(value)}
            allowDeselect={false}
            error={about('/grading')}
          />
          <Select
            label={t('desk.urgency')}
            data={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
            value={urgency ?? receipt?.urgency ?? 'ordinary'}
            onChange={(value) => value && setUrgency(value)}
            allowDeselect={false}
          />
        </Group>
        <Textarea
          label={t('desk.remarksOptional')}
          autosize
          minRows={1}
          maxLength={2000}
          value={remarks}
          onChange={(event) => setRemarks(event.currentTarget.value)}
        />
        {create.error && (
          <p role="alert" className={classes.refusal}>
            {sentence(create.error)}
          </p>
        )}
        <div>
          <Button
            type="submit"
            loading={create.isPending || putIn.isPending}
            disabled={headId === null || subject.trim() === ''}
            rightSection={<Kbd keys="ctrl+Enter" onAccent />}
          >
            {t('desk.openNewFile')}
          </Button>
        </div>
      </form>
    </main>
  );
}
