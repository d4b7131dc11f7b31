import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useSentence } from '../ui/use-refusal';

interface Props {
  submit: string;
  error: unknown;
  busy: boolean;
  /** Asks for the password that is to be replaced. */
  askCurrent?: boolean;
  onSubmit: (passwords: { currentPassword: string; newPassword: string }) => void;
}

/** A new password, typed twice. */
export function NewPasswordForm({ submit, error, busy, askCurrent = false, onSubmit }: Props) {
  const { t } = useTranslations();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [again, setAgain] = useState('');
  const sentence = useSentence();
  const differs = again !== '' && again !== newPassword;
  const toggle = { 'aria-label': t('session.showPassword') };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (again === newPassword) onSubmit({ currentPassword, newPassword });
      }}
    >
      {askCurrent && (
        <PasswordInput
          label={t('session.currentPassword')}
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={toggle}
          required
          withAsterisk={false}
          mb="sm"
        />
      )}
      <PasswordInput
        label={t('session.newPassword')}
        description={t('session.newPasswordRule')}
        autoComplete="new-password"
        minLength={10}
        value={newPassword}
        onChange={(event) => setNew(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
        required
        withAsterisk={false}
        mb="sm"
      />
      <PasswordInput
        label={t('session.newPasswordAgain')}
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={differs ? t('session.passwordsDiffer') : undefined}
        visibilityToggleButtonProps={toggle}
        required
        withAsterisk={false}
        mb="md"
      />
      {error != null && (
        <p role="alert" style={{ color: 'var(--stamp)' }}>
          {sentence(error)}
        </p>
      )}
      <Button type="submit" fullWidth loading={busy}>
        {submit}
      </Button>
    </form>
  );
}
