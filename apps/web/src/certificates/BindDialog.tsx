import { Checkbox, FileInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { BindCertificate, type Named, type TrustedRoot } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { isGivenUp } from '../ui/notices/use-refusal';
import { readAsBase64 } from '../signing/read-chosen-file';
import { useConfirmed } from '../signing/use-confirmed';

interface BindDialogProps {
  roots: readonly Named<TrustedRoot>[];
  onBound: () => void;
  onClose: () => void;
}

/** Says whose a certificate is: one in a file, or, for eSign, all that bear the number of a holder. */
export function BindDialog({ roots, onBound, onClose }: BindDialogProps) {
  const { t } = useTranslations('certificates', 'signing');
  const bind = useCommand('bindCertificate');
  const { run, dialog } = useConfirmed();
  const [what, setWhat] = useState<'file' | 'holder'>('file');
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { form, check, refuse } = useContractForm({
    schema: BindCertificate,
    initialValues: { username: '', reason: '', allOfHolder: false, number: '', name: '', rootFingerprint: '' },
  });
  const { username, reason, allOfHolder, number, name, rootFingerprint } = form.values;
  const act = async () => {
    const certificate = what === 'file' && file ? await readAsBase64(file, t('signing.fileUnreadable')) : null;
    const body = check({
      username: username.trim() === '' ? null : username.trim(),
      reason,
      certificate,
      allOfHolder: what === 'file' && allOfHolder,
      holder: what === 'holder' ? { number, name, rootFingerprint } : null,
    });
    if (!body) return;
    await run(() => bind.mutateAsync({ body }));
    onBound();
  };
  const fail = (failure: unknown) => {
    if (isGivenUp(failure)) return;
    refuse(failure);
    setError(failure);
  };
  const inForce = roots.filter(({ state }) => state === 'in_force');
  const isMissing =
    what === 'file' ? file === null : [number, name, rootFingerprint].some((text) => text.trim() === '');
  return (
    <FormDialog
      title={t('certificates.bindTitle')}
      act={t('certificates.bind')}
      pending={bind.isPending}
      incomplete={isMissing || reason.trim() === ''}
      error={error}
      size={620}
      onSubmit={() => {
        setError(null);
        void act().catch(fail);
      }}
      onClose={onClose}
    >
      <TextInput
        {...form.getInputProps('username')}
        label={t('certificates.username')}
        description={t('certificates.usernameWhy')}
        autoComplete="off"
        data-letters="latin"
        data-autofocus
      />
      <SegmentedControl
        value={what}
        onChange={(chosen) => setWhat(chosen === 'holder' ? 'holder' : 'file')}
        data={[
          { value: 'file', label: t('certificates.ofFile') },
          { value: 'holder', label: t('certificates.ofHolder') },
        ]}
      />
      {what === 'file' ? (
        <>
          <FileInput
            label={t('certificates.file')}
            placeholder={t('signing.choose')}
            accept=".pem,.crt,.cer,.der"
            value={file}
            onChange={setFile}
            error={form.errors.certificate}
          />
          <Checkbox
            label={t('certificates.allOfHolder')}
            {...form.getInputProps('allOfHolder', { type: 'checkbox' })}
          />
        </>
      ) : (
        <>
          <TextInput
            {...form.getInputProps('number')}
            label={t('certificates.holderNumber')}
            data-letters="latin"
            required
          />
          <TextInput {...form.getInputProps('name')} label={t('signing.subject')} required />
          <Select
            {...form.getInputProps('rootFingerprint')}
            label={t('certificates.belowRoot')}
            data={inForce.map(({ fingerprint, subject }) => ({ value: fingerprint, label: subject }))}
            required
          />
        </>
      )}
      <Textarea {...form.getInputProps('reason')} label={t('file.reason')} minRows={3} required />
      {dialog}
    </FormDialog>
  );
}
