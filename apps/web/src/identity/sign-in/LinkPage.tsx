import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { useAfterSignIn } from './after-sign-in';
import { SignInLayout } from './SignInLayout';
import { NewPasswordForm } from '../NewPasswordForm';

/** A one-time link: sets the first password. The token stands behind the #, so that no server or log ever sees it. */
export function LinkPage() {
  const { t } = useTranslations('sign-in-link');
  const [token] = useState(() => window.location.hash.slice(1));
  const signIn = useCommand('signInByLink');
  const afterSignIn = useAfterSignIn(undefined);
  return (
    <SignInLayout title={t('session.linkTitle')}>
      <p className="soft">{t('session.linkWhy')}</p>
      <NewPasswordForm
        submit={t('session.setPassword')}
        error={signIn.error}
        busy={signIn.isPending}
        onSubmit={({ newPassword }) => signIn.mutate({ body: { token, newPassword } }, { onSuccess: afterSignIn })}
      />
    </SignInLayout>
  );
}
