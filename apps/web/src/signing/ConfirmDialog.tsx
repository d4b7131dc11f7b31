import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { FormDialog } from '../ui/FormDialog';

interface ConfirmDialogProps {
  onConfirmed: () => void;
  onClose: () => void;
}

/** Asks whoever is signed in whether it is still he: by his password, a person of the demo by a button. */
export function ConfirmDialog({ onConfirmed, onClose }: ConfirmDialogProps) {
  const { t, translate } = useTranslations('signing');
  const { session } = useActing();
  const confirm = useCommand('confirmSession');
  const [password, setPassword] = useState('');
  const name = translate(session.user.name);
  return (
    <FormDialog
      title={t('signing.confirmTitle')}
      act={t('signing.confirm')}
      incomplete={!session.demo && password === ''}
      onSubmit={() => confirm.mutateAsync({ body: session.demo ? {} : { password } }).then(onConfirmed)}
      onClose={onClose}
    >
      <p>{t(session.demo ? 'signing.confirmDemoWhy' : 'signing.confirmWhy', { name })}</p>
      {!session.demo && (
        <>
          <input type="text" name="username" autoComplete="username" value={session.user.username} readOnly hidden />
          <PasswordInput
            label={t('session.password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
            data-autofocus
            required
            withAsterisk={false}
          />
        </>
      )}
    </FormDialog>
  );
}
