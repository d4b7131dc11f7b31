import { Abolish, type PostInUse } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';

interface AbolishPostDialogProps {
  post: { readonly id: string; readonly name: string };
  inUse: PostInUse;
  onClose: () => void;
}

/** Ends a post, after it has said what still hangs on it. */
export function AbolishPostDialog({ post, inUse, onClose }: AbolishPostDialogProps) {
  const { t, number } = useTranslations('establishment');
  const abolish = useCommand('abolishPost');
  const { waiting, below, holders } = inUse;
  const hanging = Object.entries({ ...waiting, below, holders }).flatMap(([what, count]) =>
    count > 0 ? [t(`establishment.hanging.${what as keyof typeof waiting | 'below' | 'holders'}`, { count: number(count) })] : [],
  );
  return (
    <ReasonDialog
      title={t('establishment.abolishing', { name: post.name })}
      act={t('establishment.abolish')}
      schema={Abolish}
      onAct={async (reason) => {
        await abolish.mutateAsync({ params: { postId: post.id }, body: { reason } });
        showSuccess(t('establishment.abolished'));
      }}
      onClose={onClose}
    >
      {hanging.length === 0 ? t('establishment.nothingHangs') : t('establishment.hangs', { what: hanging.join(', ') })}
    </ReasonDialog>
  );
}

/** Ends a unit from which every post and every unit has gone. */
export function AbolishUnitDialog({ unit, onClose }: { unit: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslations('establishment');
  const abolish = useCommand('abolishUnit');
  return (
    <ReasonDialog
      title={t('establishment.abolishing', { name: unit.name })}
      act={t('establishment.abolish')}
      schema={Abolish}
      onAct={async (reason) => {
        await abolish.mutateAsync({ params: { unitId: unit.id }, body: { reason } });
        showSuccess(t('establishment.abolished'));
      }}
      onClose={onClose}
    >
      {t('establishment.abolishUnitWhy')}
    </ReasonDialog>
  );
}
