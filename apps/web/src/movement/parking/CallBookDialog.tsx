import { NativeSelect, Textarea } from '@mantine/core';
import {
  CALL_BOOK_CAUSES,
  type FileView,
  LONGEST_UNTIL_REVIEW,
  type Named,
  PutInCallBook,
  ReviewCallBook,
} from '@patravali/contract';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command';
import { dayFrom } from '../../language/dates';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { DayField } from '../../ui/DayField';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';

interface Props {
  file: Named<FileView>;
  onClose: () => void;
}

/** Why the case cannot move, and when it is looked at again. */
export function CallBookDialog({ file, onClose }: Props) {
  const { t } = useTranslations('aside');
  const { mutateAsync: putIn } = useCommand('putInCallBook');
  const { form, send } = useContractForm({
    schema: PutInCallBook,
    initialValues: { cause: CALL_BOOK_CAUSES[0], reason: '', reviewOn: dayFrom(LONGEST_UNTIL_REVIEW) },
  });
  const submit = () =>
    send(form.values, async (body) => {
      await putIn({ params: { fileId: file.id }, body, ifMatch: file.version });
      showSuccess(t('aside.putInCallBook', { number: file.number }));
      onClose();
    });
  return (
    <FormDialog
      title={t('fileMove.put_in_call_book')}
      incomplete={form.values.reason.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">
        {t('aside.whyCallBook')} <WhatIs word="callBook" />
      </p>
      <NativeSelect
        label={t('aside.cause')}
        data={CALL_BOOK_CAUSES.map((value) => ({ value, label: t(`callBookCause.${value}`) }))}
        {...form.getInputProps('cause')}
      />
      <Textarea label={t('file.reason')} required data-autofocus {...form.getInputProps('reason')} />
      <ReviewDay
        value={form.values.reviewOn}
        onChange={(day) => form.setFieldValue('reviewOn', day)}
        error={form.errors.reviewOn}
      />
    </FormDialog>
  );
}

/** The case was looked at, and stays. */
export function ReviewDialog({ file, onClose }: Props) {
  const { t } = useTranslations('aside');
  const { mutateAsync: review } = useCommand('reviewCallBook');
  const { form, send } = useContractForm({
    schema: ReviewCallBook,
    initialValues: { reviewOn: dayFrom(LONGEST_UNTIL_REVIEW), remarks: '' },
  });
  const submit = () =>
    send({ reviewOn: form.values.reviewOn, remarks: orNothing(form.values.remarks) }, async (body) => {
      await review({ params: { fileId: file.id }, body, ifMatch: file.version });
      showSuccess(t('aside.reviewed', { number: file.number }));
      onClose();
    });
  return (
    <FormDialog title={t('fileMove.review_call_book')} act={t('aside.stays')} onSubmit={submit} onClose={onClose}>
      <p className="soft small">{t('aside.whyReview')}</p>
      <Textarea label={t('desk.remarksOptional')} data-autofocus {...form.getInputProps('remarks')} />
      <ReviewDay
        value={form.values.reviewOn}
        onChange={(day) => form.setFieldValue('reviewOn', day)}
        error={form.errors.reviewOn}
      />
    </FormDialog>
  );
}

function ReviewDay(props: { value: string; onChange: (day: string) => void; error: ReactNode }) {
  const { t } = useTranslations('aside');
  return (
    <DayField label={t('aside.nextReview')} min={dayFrom(1)} max={dayFrom(LONGEST_UNTIL_REVIEW)} required {...props} />
  );
}
