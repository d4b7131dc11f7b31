import { type PersonView, ReopenAccount } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';

/** Opens a closed account again. */
export function ReopenDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t, translate } = useTranslations('establishment');
  const reopen = useCommand('reopenAccount');
  const name = translate(person.name);
  return (
    <ReasonDialog
      title={t('establishment.reopening', { name })}
      act={t('establishment.reopen')}
      schema={ReopenAccount}
      onAct={async (reason) => {
        await reopen.mutateAsync({ params: { personId: person.id }, body: { reason } });
        showSuccess(t('establishment.reopened', { name }));
      }}
      onClose={onClose}
    >
      {t('establishment.reopeningWhy')}
    </ReasonDialog>
  );
}
