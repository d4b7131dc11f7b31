import { Textarea } from '@mantine/core';
import { type ConnectionView, type SettableConnection, SetConnection } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useConfirmed } from '../../signing/use-confirmed';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { isGivenUp } from '../../ui/notices/use-refusal';
import { CONNECTION_FIELDS_SHOWN, type ConnectionField } from './connection-fields';
import { Field } from './Field';

interface ConnectionDialogProps {
  connection: SettableConnection;
  /** What was set before, without its secrets: those are typed anew. */
  values: ConnectionView['values'];
  onSet: () => void;
  onClose: () => void;
}

/** Says with what the office is connected: its fields, a reason, and whoever does it confirms that it is he. */
export function ConnectionDialog({ connection, values, onSet, onClose }: ConnectionDialogProps) {
  const { t } = useTranslations('connections', 'facts');
  const set = useCommand('setConnection');
  const { run, dialog } = useConfirmed();
  const [error, setError] = useState<unknown>(null);
  const asked = CONNECTION_FIELDS_SHOWN[connection];
  const { form, check, refuse } = useContractForm({
    schema: SetConnection,
    initialValues: {
      setting: { fields: Object.fromEntries(asked.map((field) => [field.name, values[field.name] ?? first(field)])) },
      reason: '',
    },
  });
  const { reason, setting } = form.values;
  const { fields } = setting;
  const act = async () => {
    const sentFields = Object.fromEntries(asked.map((field) => [field.name, sent(field, fields)]));
    const body = check({ setting: { connection, fields: sentFields }, reason });
    if (!body) return;
    await run(() => set.mutateAsync({ body }));
    onSet();
  };
  const fail = (failure: unknown) => {
    if (isGivenUp(failure)) return;
    refuse(failure);
    setError(failure);
  };
  const isMissing = asked.some((field) => !field.optional && (fields[field.name] ?? '').trim() === '');
  return (
    <FormDialog
      title={t(`connection.${connection}`)}
      act={t('connections.keep')}
      pending={set.isPending}
      incomplete={isMissing || reason.trim() === ''}
      error={error}
      size={560}
      onSubmit={() => {
        setError(null);
        void act().catch(fail);
      }}
      onClose={onClose}
    >
      <p className="soft small">{t(`connections.why.${connection}`)}</p>
      {asked.map((field) => (
        <Field key={field.name} field={field} input={form.getInputProps(`setting.fields.${field.name}`)} />
      ))}
      <Textarea {...form.getInputProps('reason')} label={t('file.reason')} minRows={2} required />
      {dialog}
    </FormDialog>
  );
}

const first = (field: ConnectionField): string => (field.kind === 'choice' ? (field.of[0] ?? '') : '');

/** As the contract has it: a port is a number, and what is left empty is none. */
function sent(field: ConnectionField, fields: Readonly<Record<string, string>>): string | number | null {
  const value = fields[field.name] ?? '';
  if (field.optional && value.trim() === '') return null;
  return field.kind === 'number' ? Number(value) : value;
}
