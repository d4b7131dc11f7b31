import { NewPassword, SignInByLink } from '@patravali/contract';
import { Button, PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../language/use-translations';
import { RefusalLine } from '../ui/notices/RefusalLine';
import { useContractForm } from '../ui/forms/use-contract-form';

interface NewPasswordFormProps {
  submit: string;
  error: unknown;
  busy: boolean;
  /** Asks for the password that is to be replaced. */
  askCurrent?: boolean;
  /** What else is asked, before the password. */
  children?: ReactNode;
  onSubmit: (passwords: { currentPassword: string; newPassword: string }) => void;
}

const RULE = SignInByLink.pick({ newPassword: true });

/** A new password, typed twice. */
export function NewPasswordForm({ submit, error, busy, askCurrent = false, children, onSubmit }: NewPasswordFormProps) {
  const { t } = useTranslations();
  const { form, check } = useContractForm({
    schema: RULE,
    initialValues: { currentPassword: '', newPassword: '', again: '' },
  });
  const { currentPassword, newPassword, again } = form.values;
  const differs = again !== '' && again !== newPassword;
  const field = (name: keyof typeof form.values) => ({
    visibilityToggleButtonProps: { 'aria-label': t('session.showPassword') },
    required: true,
    withAsterisk: false,
    ...form.getInputProps(name),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (again === newPassword && check({ newPassword })) onSubmit({ currentPassword, newPassword });
      }}
    >
      {children}
      {askCurrent && (
        <PasswordInput
          {...field('currentPassword')}
          label={t('session.currentPassword')}
          autoComplete="current-password"
          mb="sm"
        />
      )}
      <PasswordInput
        {...field('newPassword')}
        label={t('session.newPassword')}
        description={t('session.newPasswordRule', { min: NewPassword.minLength ?? 0 })}
        autoComplete="new-password"
        mb="sm"
      />
      <PasswordInput
        {...field('again')}
        label={t('session.newPasswordAgain')}
        autoComplete="new-password"
        error={differs ? t('session.passwordsDiffer') : undefined}
        mb="md"
      />
      <RefusalLine error={error} style={{ color: 'var(--stamp)' }} />
      <Button type="submit" fullWidth loading={busy}>
        {submit}
      </Button>
    </form>
  );
}
