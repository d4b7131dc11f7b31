import { Textarea } from '@mantine/core';
import { type EnclosedDocument, TakeOffTemplateDocument as TakingOff } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';

interface TakeOffTemplateDocumentProps {
  templateId: string;
  document: EnclosedDocument;
  onClose: () => void;
}

/** No draft begins with the document any more. */
export function TakeOffTemplateDocument({ templateId, document, onClose }: TakeOffTemplateDocumentProps) {
  const { t } = useTranslations('templates');
  const takeOff = useCommand('takeOffTemplateDocument');
  const { form, send } = useContractForm({ schema: TakingOff, initialValues: { reason: '' } });
  const { documentId, title } = document;
  const act = () =>
    send(form.values, async (body) => {
      await takeOff.mutateAsync({ params: { templateId, documentId }, body });
      showSuccess(t('templates.takenOff'));
      onClose();
    });
  return (
    <FormDialog
      title={t('templates.takingOff', { title })}
      act={t('templates.takeOff')}
      incomplete={form.values.reason.trim() === ''}
      size={560}
      onSubmit={act}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('templates.takeOffWhy')}</p>
      <Textarea {...form.getInputProps('reason')} label={t('file.reason')} minRows={2} required />
    </FormDialog>
  );
}
