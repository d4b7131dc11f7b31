import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { useTitle } from '../ui/page/use-title';
import { NewPasswordForm } from './NewPasswordForm';

/** Changes one's own password. */
export function PasswordPage() {
  const { t } = useTranslations();
  useTitle(t('session.changePassword'));
  const navigate = useNavigate();
  const change = useCommand('changePassword');
  return (
    <main style={{ maxWidth: 420, padding: 28 }}>
      <h1 style={{ fontSize: 20, marginTop: 0 }}>{t('session.changePassword')}</h1>
      <NewPasswordForm
        askCurrent
        submit={t('session.changePassword')}
        error={change.error}
        busy={change.isPending}
        onSubmit={(body) =>
          change.mutate(
            { body },
            {
              onSuccess: () => {
                showSuccess(t('session.passwordChanged'));
                void navigate({ to: '/' });
              },
            },
          )
        }
      />
    </main>
  );
}
