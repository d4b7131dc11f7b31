import { FileInput, PasswordInput, Textarea } from '@mantine/core';
import { SetOfficeKey } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { readAsBase64 } from '../../signing/read-chosen-file';
import { useConfirmed } from '../../signing/use-confirmed';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { isGivenUp } from '../../ui/notices/use-refusal';

/** Brings the key with which the office seals, as its authority gave it. */
export function OfficeKeyDialog({ onSet, onClose }: { onSet: () => void; onClose: () => void }) {
  const { t } = useTranslations('connections', 'signing');
  const set = useCommand('setOfficeKey');
  const { run, dialog } = useConfirmed();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { form, check, refuse } = useContractForm({
    schema: SetOfficeKey,
    initialValues: { p12: '', password: '', reason: '' },
  });
  const { password, reason } = form.values;
  const act = async () => {
    const body = check({ p12: file ? await readAsBase64(file, t('signing.fileUnreadable')) : '', password, reason });
    if (!body) return;
    await run(() => set.mutateAsync({ body }));
    onSet();
  };
  const fail = (failure: unknown) => {
    if (isGivenUp(failure)) return;
    refuse(failure);
    setError(failure);
  };
  return (
    <FormDialog
      title={t('connections.bringKey')}
      act={t('connections.keep')}
      pending={set.isPending}
      incomplete={file === null || reason.trim() === ''}
      error={error}
      size={560}
      onSubmit={() => {
        setError(null);
        void act().catch(fail);
      }}
      onClose={onClose}
    >
      <p className="soft small">{t('connections.bringKeyWhy')}</p>
      <FileInput
        label={t('signing.file')}
        placeholder={t('signing.choose')}
        accept=".p12,.pfx,application/x-pkcs12"
        value={file}
        onChange={setFile}
        error={form.errors.p12}
        data-autofocus
      />
      <PasswordInput
        {...form.getInputProps('password')}
        label={t('signing.filePassword')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
      />
      <Textarea {...form.getInputProps('reason')} label={t('file.reason')} minRows={2} required />
      {dialog}
    </FormDialog>
  );
}
