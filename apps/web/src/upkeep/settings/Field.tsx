import { PasswordInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useId } from 'react';
import { useTranslations } from '../../language/use-translations';
import type { ConnectionField } from './connection-fields';

/** One field of a connection, with how it is written. */
export function Field({ field, input }: { field: ConnectionField; input: GetInputPropsReturnType }) {
  const { t } = useTranslations('connections');
  const id = useId();
  const label = t(`connectionField.${field.name}`);
  const { example } = field;
  const said = {
    label,
    required: !field.optional,
    description: example === undefined ? undefined : t('connections.example', { example }),
    autoComplete: 'off',
    'data-letters': 'latin',
  };
  if (field.kind === 'choice')
    return (
      <div>
        <p className="small" id={id}>
          {label}
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby={id}
          value={String(input.value)}
          onChange={input.onChange}
          data={field.of.map((value) => ({ value, label: t(`connectionChoice.${value}`) }))}
        />
      </div>
    );
  if (field.kind === 'secret')
    return (
      <PasswordInput
        {...input}
        {...said}
        description={t('connections.typedAnew')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
      />
    );
  if (field.kind === 'lines') return <Textarea {...input} {...said} minRows={4} classNames={{ input: 'mono' }} />;
  return <TextInput {...input} {...said} inputMode={field.kind === 'number' ? 'numeric' : undefined} />;
}
