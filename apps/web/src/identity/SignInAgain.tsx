import { Button, Modal, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { forgetPerson } from './forget-person';
import { answerSignInAgain, useSignInAgainWanted } from '../api/session/sign-in-again';
import { RefusalLine } from '../ui/notices/RefusalLine';
import { useActing, sessionQuery } from '../api/use-session';

/** The session has ended: the same person signs in over the page, and what waited goes on. Nothing typed is lost. */
export function SignInAgain() {
  const { t, translate } = useTranslations();
  const { session } = useActing();
  const wanted = useSignInAgainWanted();
  const [password, setPassword] = useState('');
  const signIn = useCommand('signIn');
  const signInAsDemoPerson = useCommand('signInAsDemoPerson');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { username } = session.user;
  const goOn = (renewed: typeof session) => {
    client.setQueryData(sessionQuery.queryKey, renewed);
    setPassword('');
    answerSignInAgain(true);
  };
  const leave = () => {
    answerSignInAgain(false);
    void navigate({ to: '/sign-in', search: {} }).then(() => forgetPerson(client));
  };
  const error = signIn.error ?? signInAsDemoPerson.error;
  return (
    <Modal
      opened={wanted}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('session.againTitle')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ body: { username, password } }, { onSuccess: goOn });
        }}
      >
        <p>{t('session.againWhy', { name: translate(session.user.name) })}</p>
        {session.demo ? (
          <Button
            fullWidth
            loading={signInAsDemoPerson.isPending}
            onClick={() => signInAsDemoPerson.mutate({ body: { username } }, { onSuccess: goOn })}
          >
            {t('session.goOnAs', { name: translate(session.user.name) })}
          </Button>
        ) : (
          <>
            <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
            <PasswordInput
              label={t('session.password')}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
              data-autofocus
              required
              withAsterisk={false}
              mb="md"
            />
            <Button type="submit" fullWidth loading={signIn.isPending}>
              {t('session.signIn')}
            </Button>
          </>
        )}
        <RefusalLine error={error} style={{ color: 'var(--stamp)' }} />
        <Button variant="subtle" fullWidth mt="xs" onClick={leave}>
          {t('session.someoneElse')}
        </Button>
      </form>
    </Modal>
  );
}
