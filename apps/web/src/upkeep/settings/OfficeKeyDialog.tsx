import { Textarea } from '@mantine/core';
import { SetOfficeKey } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { P12Fields, useChosenP12 } from '../../signing/P12Fields';
import { useConfirmed } from '../../signing/use-confirmed';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { isGivenUp } from '../../ui/notices/use-refusal';

/** Brings the key with which the office seals, as its authority gave it. */
export function OfficeKeyDialog({ onSet, onClose }: { onSet: () => void; onClose: () => void }) {
  const { t } = useTranslations('connections', 'signing');
  const set = useCommand('setOfficeKey');
  const { run, dialog } = useConfirmed();
  const p12 = useChosenP12();
  const [error, setError] = useState<unknown>(null);
  const { form, check, refuse } = useContractForm({
    schema: SetOfficeKey,
    initialValues: { p12: '', password: '', reason: '' },
  });
  const { password, reason } = form.values;
  const act = async () => {
    const body = check({ p12: await p12.read(), password, reason });
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
      incomplete={p12.file === null || reason.trim() === ''}
      error={error}
      size={560}
      onSubmit={() => {
        setError(null);
        void act().catch(fail);
      }}
      onClose={onClose}
    >
      <p className="soft small">{t('connections.bringKeyWhy')}</p>
      <P12Fields chosen={p12} error={form.errors.p12} password={form.getInputProps('password')} />
      <Textarea {...form.getInputProps('reason')} label={t('file.reason')} minRows={2} required />
      {dialog}
    </FormDialog>
  );
}
