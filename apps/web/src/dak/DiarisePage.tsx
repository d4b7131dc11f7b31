import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCreateReceipt } from './api';
import { ProblemError } from '../api/problem-error';
import { useTranslations } from '../language/use-translations';
import { announce, showSuccess } from '../ui/announcements';
import { useKeys } from '../keyboard/keys';
import { useSentence } from '../ui/use-refusal';
import { useTitle } from '../ui/page/use-title';
import { Kbd } from '../keyboard/Kbd';
import { commandOf, copyOf, emptyEntry } from './diary-entry';
import { DiaryFields } from './DiaryFields';
import { MarkTo } from './MarkTo';
import classes from './Receipts.module.css';
import { ScanSheet } from './ScanSheet';
import { useKeptState } from '../ui/forms/use-kept-state';
import { useUpload } from '../documents/use-upload';

type Finish = 'generate' | 'send' | 'copy';

/** A letter comes in: the scan on the left, its diary entry on the right, and three ways to finish. */
export function DiarisePage() {
  const { t } = useTranslations();
  useTitle(t('desk.diarise'));
  const { upload, start, clear } = useUpload();
  const [entry, change, reset] = useKeptState('diary', emptyEntry());
  const create = useCreateReceipt();
  const navigate = useNavigate();
  const sentence = useSentence();
  const documentId = upload.state === 'stored' ? upload.document.id : null;
  const complete = documentId !== null && entry.subject.trim() !== '' && entry.senderName.trim() !== '';

  const finish = (how: Finish) => {
    if (!complete || create.isPending || (how === 'send' && entry.toPostId === null)) return;
    create.mutate(
      { body: commandOf(entry, documentId, how === 'send') },
      {
        onSuccess: ({ id, diaryNumber }) => {
          showSuccess(t(how === 'send' ? 'receipts.createdAndSent' : 'receipts.created', { number: diaryNumber }));
          clear();
          if (how === 'copy') {
            change(copyOf(entry));
            announce(t('receipts.nextLetter'));
            return;
          }
          reset();
          if (how === 'send') void navigate({ to: '/desk/$box', params: { box: 'receipts' }, search: {} });
          else void navigate({ to: '/receipts/$receiptId', params: { receiptId: id } });
        },
      },
    );
  };
  const keys = { whileTyping: true };
  useKeys([
    { key: 'ctrl+Enter', label: t('receipts.generate'), run: () => finish('generate'), ...keys },
    { key: 'alt+Enter', label: t('receipts.generateAndSend'), run: () => finish('send'), ...keys },
    { key: 'alt+c', label: t('receipts.generateAndCopy'), run: () => finish('copy'), ...keys },
  ]);
  const about = (pointer: string) => (create.error instanceof ProblemError ? create.error.about(pointer) : undefined);

  return (
    <main className={classes.sheets}>
      <ScanSheet upload={upload} onFile={start} onClear={clear} />
      <form
        className={classes.entry}
        onSubmit={(event) => {
          event.preventDefault();
          finish('generate');
        }}
      >
        <div className={classes.fields}>
          <h1>{t('desk.diarise')}</h1>
          <DiaryFields entry={entry} onChange={change} about={about} />
          <MarkTo entry={entry} onChange={change} about={about} />
        </div>
        <div className={classes.finish}>
          {create.error && (
            <p role="alert" className={classes.refusal}>
              {sentence(create.error)}
            </p>
          )}
          {!complete && <p className="soft small">{t('receipts.missing')}</p>}
          <Group gap={8}>
            <Button
              type="submit"
              disabled={!complete}
              loading={create.isPending}
              rightSection={<Kbd keys="ctrl+Enter" onAccent />}
            >
              {t('receipts.generate')}
            </Button>
            <Button
              variant="default"
              disabled={!complete || entry.toPostId === null}
              onClick={() => finish('send')}
              rightSection={<Kbd keys="alt+Enter" />}
            >
              {t('receipts.generateAndSend')}
            </Button>
            <Button
              variant="default"
              disabled={!complete}
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
