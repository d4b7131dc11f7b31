import { FileInput, Textarea, TextInput } from '@mantine/core';
import { AddTemplateDocument as Adding } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { useUpload } from '../../documents/use-upload';
import { useTranslations } from '../../language/use-translations';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { YourTurn } from '../../ui/YourTurn';

interface AddTemplateDocumentProps {
  templateId: string;
  onClose: () => void;
}

const LONGEST_TITLE = 300;

/** Stores a PDF as soon as it is chosen, and has it go with the drafts of the template under its title. */
export function AddTemplateDocument({ templateId, onClose }: AddTemplateDocumentProps) {
  const { t, number } = useTranslations('templates', 'receipt-moves');
  const add = useCommand('addTemplateDocument');
  const { upload, start, clear } = useUpload(`template-document.${templateId}`);
  const { form, send } = useContractForm({ schema: Adding, initialValues: { title: '', reason: '' } });
  const { title, reason } = form.values;
  const document = upload.state === 'stored' ? upload.document : null;
  const choose = (file: File | null) => {
    if (!file) {
      clear();
      return;
    }
    start([file]);
    if (title.trim() === '') form.setFieldValue('title', titleOf(file.name));
  };
  const act = () =>
    send({ documentId: document?.id, title: title.trim(), reason }, async (body) => {
      await add.mutateAsync({ params: { templateId }, body });
      clear();
      showSuccess(t('templates.documentAdded'));
      onClose();
    });
  return (
    <FormDialog
      title={t('templates.addDocument')}
      act={t('templates.addIt')}
      incomplete={document === null || title.trim() === '' || reason.trim() === ''}
      size={560}
      onSubmit={act}
      onClose={onClose}
    >
      <FileInput
        label={t('templates.pdf')}
        placeholder={t('templates.choosePdf')}
        accept="application/pdf,.pdf"
        value={upload.state === 'none' ? null : (upload.files[0] ?? null)}
        onChange={choose}
        clearable
        required
        data-autofocus
      />
      <p className="soft small" role="status" style={{ margin: 0 }}>
        {upload.state === 'sending' && t('receipts.sending', { share: Math.round(upload.share * 100) })}
        {document && t('receipts.stored', { n: document.pages, pages: number(document.pages) })}
      </p>
      {document && <ActiveContentBadge active={document.active} />}
      <YourTurn operation="uploadDocument" waiting={upload.state === 'sending'} />
      {upload.state === 'failed' && <RefusalLine error={upload.error} />}
      <TextInput {...form.getInputProps('title')} label={t('templates.documentTitle')} required />
      <Textarea {...form.getInputProps('reason')} label={t('file.reason')} minRows={2} required />
    </FormDialog>
  );
}

/** What the file is called, until the administrator says otherwise. */
const titleOf = (fileName: string): string =>
  Array.from(fileName.replace(/\.pdf$/i, ''))
    .slice(0, LONGEST_TITLE)
    .join('');
