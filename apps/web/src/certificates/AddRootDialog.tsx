import { FileInput, Textarea, TextInput } from '@mantine/core';
import { AddTrustedRoot } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { isGivenUp } from '../ui/notices/use-refusal';
import { readAsBase64 } from '../signing/read-chosen-file';
import { useConfirmed } from '../signing/use-confirmed';

/** Takes the certificate of a root, as a file or as PEM, its fingerprint as its authority has published it, and from whom it came. */
export function AddRootDialog({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const { t } = useTranslations('certificates', 'signing');
  const add = useCommand('addTrustedRoot');
  const { run, dialog } = useConfirmed();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { form, check, refuse } = useContractForm({
    schema: AddTrustedRoot,
    initialValues: { certificate: '', fingerprint: '', receivedFrom: '' },
  });
  const { certificate: pasted, fingerprint, receivedFrom } = form.values;
  const act = async () => {
    const chosen = file ?? new Blob([pasted.trim()]);
    const certificate = await readAsBase64(chosen, t('signing.fileUnreadable'));
    const body = check({ certificate, fingerprint, receivedFrom });
    if (!body) return;
    await run(() => add.mutateAsync({ body }));
    onAdded();
  };
  const fail = (failure: unknown) => {
    if (isGivenUp(failure)) return;
    refuse(failure);
    setError(failure);
  };
  const isMissing = (file === null && pasted.trim() === '') || fingerprint.trim() === '' || receivedFrom.trim() === '';
  return (
    <FormDialog
      title={t('certificates.addRoot')}
      act={t('certificates.trust')}
      pending={add.isPending}
      incomplete={isMissing}
      error={error}
      size={620}
      onSubmit={() => {
        setError(null);
        void act().catch(fail);
      }}
      onClose={onClose}
    >
      <p className="soft small">{t('certificates.addRootWhy')}</p>
      <FileInput
        label={t('certificates.file')}
        placeholder={t('signing.choose')}
        accept=".pem,.crt,.cer,.der"
        value={file}
        onChange={setFile}
        error={form.errors.certificate}
        clearable
        data-autofocus
      />
      {file === null && (
        <Textarea
          {...form.getInputProps('certificate')}
          label={t('certificates.pasted')}
          placeholder={t('certificates.pastedForm')}
          classNames={{ input: 'mono' }}
          minRows={4}
          data-letters="latin"
        />
      )}
      <TextInput
        {...form.getInputProps('fingerprint')}
        label={t('signing.fingerprint')}
        description={t('certificates.fingerprintWhy')}
        classNames={{ input: 'mono' }}
        data-letters="latin"
        autoComplete="off"
        required
      />
      <TextInput
        {...form.getInputProps('receivedFrom')}
        label={t('certificates.receivedFrom')}
        description={t('certificates.receivedFromWhy')}
        required
      />
      {dialog}
    </FormDialog>
  );
}
