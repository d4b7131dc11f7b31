import { Textarea } from '@mantine/core';
import { CorrectCover as CorrectCoverRequest, type FileView, type Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { CategoryField } from '../../organisation/channel/CategoryField';
import { DialogButton } from '../../ui/DialogButton';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { LongLine } from '../../ui/forms/LongLine';

/** Lets the holder correct the wording of the cover, with a reason. */
export function CorrectCover({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  return (
    <DialogButton
      label={t('fileMove.correct_cover')}
      variant="default"
      size="compact-sm"
      style={{ justifySelf: 'start' }}
      dialog={(close) => <CoverDialog file={file} onClose={close} />}
    />
  );
}

/** The wording of the cover, and why it is corrected. */
export function CoverDialog({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t } = useTranslations();
  const { mutateAsync: correct } = useCommand('correctCover');
  const { form, send } = useContractForm({
    schema: CorrectCoverRequest,
    initialValues: {
      subject: file.subject,
      remarks: file.coverRemarks ?? '',
      categoryId: file.category?.id ?? null,
      reason: '',
    },
  });
  const submit = () =>
    send({ ...form.values, remarks: orNothing(form.values.remarks) ?? null }, async (body) => {
      await correct({ params: { fileId: file.id }, body, ifMatch: file.version });
      showSuccess(t('file.coverCorrected'));
      onClose();
    });
  return (
    <FormDialog title={t('fileMove.correct_cover')} onSubmit={submit} onClose={onClose}>
      <LongLine label={t('details.subject')} required data-autofocus {...form.getInputProps('subject')} />
      <Textarea minRows={1} label={t('details.coverRemarks')} {...form.getInputProps('remarks')} />
      <CategoryField
        value={form.values.categoryId}
        onChange={(categoryId) => form.setFieldValue('categoryId', categoryId)}
        error={form.errors.categoryId}
      />
      <Textarea label={t('file.reason')} required {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
