import en from '@messages/en/sign-in-link.json';
import hi from '@messages/hi/sign-in-link.json';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { ownWords } from '../../language/own-words';
import { useAfterSignIn } from './after-sign-in';
import { SignInLayout } from './SignInLayout';
import { NewPasswordForm } from '../NewPasswordForm';

const { useWords } = ownWords({ en, hi });

/** A one-time link: sets the first password. The token stands behind the #, so that no server or log ever sees it. */
export function LinkPage() {
  const say = useWords();
  const [token] = useState(() => window.location.hash.slice(1));
  const signIn = useCommand('signInByLink');
  const afterSignIn = useAfterSignIn(undefined);
  return (
    <SignInLayout title={say('session.linkTitle')}>
      <p className="soft">{say('session.linkWhy')}</p>
      <NewPasswordForm
        submit={say('session.setPassword')}
        error={signIn.error}
        busy={signIn.isPending}
        onSubmit={({ newPassword }) => signIn.mutate({ body: { token, newPassword } }, { onSuccess: afterSignIn })}
      />
    </SignInLayout>
  );
}
