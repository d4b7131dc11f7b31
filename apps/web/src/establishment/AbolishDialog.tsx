import { Abolish, type PostInUse, type UnitView } from '@patravali/contract';
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
    count > 0
      ? [t(`establishment.hanging.${what as keyof typeof waiting | 'below' | 'holders'}`, { count: number(count) })]
      : [],
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

interface AbolishUnitDialogProps {
  unit: UnitView;
  units: readonly UnitView[];
  onClose: () => void;
}

/** Ends a unit from which every post and every unit has gone, after it has said what is left in it. */
export function AbolishUnitDialog({ unit, units, onClose }: AbolishUnitDialogProps) {
  const { t, translate, number } = useTranslations('establishment');
  const abolish = useCommand('abolishUnit');
  const below = units.filter(({ parentId }) => parentId === unit.id).length;
  const left = [
    ...(unit.posts > 0 ? [t('establishment.hanging.posts', { count: number(unit.posts) })] : []),
    ...(below > 0 ? [t('establishment.hanging.units', { count: number(below) })] : []),
  ];
  return (
    <ReasonDialog
      title={t('establishment.abolishing', { name: translate(unit.name) })}
      act={t('establishment.abolish')}
      schema={Abolish}
      onAct={async (reason) => {
        await abolish.mutateAsync({ params: { unitId: unit.id }, body: { reason } });
        showSuccess(t('establishment.abolished'));
      }}
      onClose={onClose}
    >
      {left.length === 0 ? t('establishment.abolishUnitWhy') : t('establishment.unitHas', { what: left.join(', ') })}
    </ReasonDialog>
  );
}
