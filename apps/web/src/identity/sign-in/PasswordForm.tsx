import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { useAfterSignIn } from './after-sign-in';

export function PasswordForm({ next }: { next: string | undefined }) {
  const { t } = useTranslations();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useCommand('signIn');
  const afterSignIn = useAfterSignIn(next);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ body: { username, password } }, { onSuccess: afterSignIn });
      }}
    >
      <TextInput
        label={t('session.username')}
        autoComplete="username"
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
        required
        withAsterisk={false}
        mb="sm"
      />
      <PasswordInput
        label={t('session.password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        mb="md"
      />
      <RefusalLine error={signIn.error} style={{ color: 'var(--stamp)' }} />
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {t('session.signIn')}
      </Button>
    </form>
  );
}
