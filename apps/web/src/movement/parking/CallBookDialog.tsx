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
  const putIn = useCommand('putInCallBook');
  const { form, check, refuse } = useContractForm({
    schema: PutInCallBook,
    initialValues: { cause: CALL_BOOK_CAUSES[0], reason: '', reviewOn: dayFrom(LONGEST_UNTIL_REVIEW) },
  });
  const submit = () => {
    const body = check(form.values);
    if (!body) return;
    const done = () => {
      showSuccess(t('aside.putInCallBook', { number: file.number }));
      onClose();
    };
    putIn.mutateAsync({ params: { fileId: file.id }, body, ifMatch: file.version }).then(done, refuse);
  };
  return (
    <FormDialog
      title={t('fileMove.put_in_call_book')}
      act={t('fileMove.put_in_call_book')}
      pending={putIn.isPending}
      incomplete={form.values.reason.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('aside.whyCallBook')}</p>
      <NativeSelect
        label={t('aside.cause')}
        data={CALL_BOOK_CAUSES.map((value) => ({ value, label: t(`callBookCause.${value}`) }))}
        {...form.getInputProps('cause')}
      />
      <Textarea
        label={t('file.reason')}
        required
        data-autofocus
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
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
  const review = useCommand('reviewCallBook');
  const { form, check, refuse } = useContractForm({
    schema: ReviewCallBook,
    initialValues: { reviewOn: dayFrom(LONGEST_UNTIL_REVIEW), remarks: '' },
  });
  const submit = () => {
    const body = check({ reviewOn: form.values.reviewOn, remarks: orNothing(form.values.remarks) });
    if (!body) return;
    const done = () => {
      showSuccess(t('aside.reviewed', { number: file.number }));
      onClose();
    };
    review.mutateAsync({ params: { fileId: file.id }, body, ifMatch: file.version }).then(done, refuse);
  };
  return (
    <FormDialog
      title={t('fileMove.review_call_book')}
      act={t('aside.stays')}
      pending={review.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('aside.whyReview')}</p>
      <Textarea
        label={t('desk.remarksOptional')}
        data-autofocus
        autosize
        minRows={2}
        {...form.getInputProps('remarks')}
      />
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
