import { CreateFile, gradingsFor, type Named, type ReceiptView, URGENCIES, type Urgency } from '@patravali/contract';
import { Group, Select, Textarea } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useReceiptOrNone } from '../correspondence/use-receipt';
import { useActing } from '../api/use-session';
import { KeyButton } from '../ui/keyboard/KeyButton';
import { useUrgenciesToGive } from '../organisation/urgencies';
import { useTranslations } from '../language/use-translations';
import { CategoryField } from '../organisation/channel/CategoryField';
import { HeadPicker } from '../organisation/picker/HeadPicker';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { FilesAlike } from './FilesAlike';
import classes from './NewFile.module.css';
import { useOpenNewFile } from './use-open-new-file';
import { RefusalLine } from '../ui/notices/RefusalLine';
import { LongLine } from '../ui/forms/LongLine';

/** Opens a file: number head, subject, grading, urgency. With `?receipt=` the letter is put in it in the same go. */
export function NewFilePage() {
  const { t } = useTranslations();
  useTitle(t('desk.newFile'));
  const { receipt: receiptId } = useSearch({ from: '/office/with-navigation/files/new' });
  const { receipt, isLoading } = useReceiptOrNone(receiptId);
  return isLoading ? <Waiting /> : <NewFileForm key={receiptId} receipt={receipt} />;
}

function NewFileForm({ receipt }: { receipt: Named<ReceiptView> | undefined }) {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const { post } = useActing();
  const urgencies = useUrgenciesToGive(post.roles);
  const { form, check, refuse } = useContractForm({
    schema: CreateFile,
    initialValues: {
      headId: '',
      subject: receipt?.subject ?? '',
      grading: 'normal',
      urgency: atMost(receipt?.urgency ?? 'ordinary', urgencies),
      remarks: '',
      categoryId: null as string | null,
    },
  });
  const { open, isPending, error } = useOpenNewFile(receipt, refuse);
  const fields = useRef<HTMLFormElement>(null);
  useEffect(() => fields.current?.querySelector('input')?.focus(), []);
  const { headId, subject } = form.values;
  const isComplete = headId !== '' && subject.trim() !== '';
  const submit = () => {
    if (!isComplete || isPending) return;
    const body = check({ ...form.values, remarks: orNothing(form.values.remarks) });
    if (body) open(body);
  };
  return (
    <main className={classes.place}>
      <form
        ref={fields}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1>{t('desk.newFile')}</h1>
        {receipt && <p className="soft">{t('desk.newFileFor', { diary: diaryNumber(receipt) })}</p>}
        <HeadPicker
          unit={post.unit}
          value={headId === '' ? null : headId}
          onChange={(id) => form.setFieldValue('headId', id)}
          error={form.errors.headId}
        />
        <LongLine label={t('receipts.subject')} minRows={2} required {...form.getInputProps('subject')} />
        <FilesAlike subject={subject} headId={headId} />
        <Group grow>
          <Select
            label={t('desk.grading')}
            data={gradingsFor(post.roles).map((value) => ({ value, label: t(`grading.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('grading')}
          />
          <Select
            label={t('desk.urgency')}
            data={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('urgency')}
          />
        </Group>
        <CategoryField
          value={form.values.categoryId}
          onChange={(categoryId) => form.setFieldValue('categoryId', categoryId)}
          error={form.errors.categoryId}
        />
        <Textarea label={t('desk.remarksOptional')} minRows={1} {...form.getInputProps('remarks')} />
        <RefusalLine error={error} className={classes.refusal} />
        <div>
          <KeyButton
            keys="ctrl+Enter"
            label={t('desk.openNewFile')}
            type="submit"
            loading={isPending}
            disabled={!isComplete}
            whileTyping
          />
        </div>
      </form>
    </main>
  );
}

/** As urgent as the letter is, as far as the post may give it. */
function atMost(urgency: Urgency, given: readonly Urgency[]): Urgency {
  const place = URGENCIES.indexOf(urgency);
  return given.findLast((each) => URGENCIES.indexOf(each) <= place) ?? 'ordinary';
}
