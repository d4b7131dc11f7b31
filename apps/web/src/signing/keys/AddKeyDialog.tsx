import { PasswordInput } from '@mantine/core';
import { AddSigningKey, Passphrase } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { isGivenUp } from '../../ui/notices/use-refusal';
import { P12Fields, useChosenP12 } from '../P12Fields';
import { useConfirmed } from '../use-confirmed';

interface AddKeyDialogProps {
  /** One of this kind is in use already. */
  replaces: boolean;
  onAdded: () => void;
  onClose: () => void;
}

/** Hands over the P12 of a certifying authority, and a passphrase under which it is kept. */
export function AddKeyDialog({ replaces, onAdded, onClose }: AddKeyDialogProps) {
  const { t } = useTranslations('signing');
  const add = useCommand('addSigningKey');
  const { run, dialog } = useConfirmed();
  const p12 = useChosenP12();
  const [error, setError] = useState<unknown>(null);
  const { form, check, refuse } = useContractForm({
    schema: AddSigningKey,
    initialValues: { p12: '', password: '', passphrase: '', again: '' },
  });
  const { password, passphrase, again } = form.values;
  const differs = again !== '' && again !== passphrase;
  const act = async () => {
    const body = check({ p12: await p12.read(), password, passphrase });
    if (!body || again !== passphrase) return;
    await run(() => add.mutateAsync({ body }));
    onAdded();
  };
  const fail = (failure: unknown) => {
    if (isGivenUp(failure)) return;
    refuse(failure);
    setError(failure);
  };
  const field = (name: 'passphrase' | 'again') => ({
    visibilityToggleButtonProps: { 'aria-label': t('session.showPassword') },
    withAsterisk: false,
    ...form.getInputProps(name),
  });
  return (
    <FormDialog
      title={t(replaces ? 'signing.replaceKey' : 'signing.addKey')}
      act={t('signing.keep')}
      pending={add.isPending}
      incomplete={p12.file === null || passphrase === '' || again === '' || differs}
      error={error}
      onSubmit={() => {
        setError(null);
        void act().catch(fail);
      }}
      onClose={onClose}
    >
      <p className="soft small">{t('signing.addWhy')}</p>
      <P12Fields chosen={p12} error={form.errors.p12} password={form.getInputProps('password')} />
      <PasswordInput
        {...field('passphrase')}
        label={t('signing.newPassphrase')}
        description={t('signing.passphraseRule', { min: Passphrase.minLength ?? 0 })}
        autoComplete="new-password"
      />
      <PasswordInput
        {...field('again')}
        label={t('signing.passphraseAgain')}
        autoComplete="new-password"
        error={differs ? t('signing.passphrasesDiffer') : undefined}
      />
      {dialog}
    </FormDialog>
  );
}
