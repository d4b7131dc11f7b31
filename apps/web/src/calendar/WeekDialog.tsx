import { NativeSelect } from '@mantine/core';
import { SetRestDays } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';
import { SHAPES, WEEK_SHAPES, type WeekShape } from './week-shapes';

/** The week of the office: of five days or of six, with the second Saturday or without. */
export function WeekDialog({ shape, onClose }: { shape: WeekShape | null; onClose: () => void }) {
  const { t } = useTranslations('calendar');
  const set = useCommand('setRestDays');
  const [chosen, choose] = useState<WeekShape>(shape ?? 'secondSaturday');
  return (
    <ReasonDialog
      title={t('calendar.changeWeek')}
      act={t('calendar.save')}
      schema={SetRestDays.pick({ reason: true })}
      more={{
        field: (
          <NativeSelect
            label={t('calendar.weekOf')}
            data={SHAPES.map((value) => ({ value, label: t(`calendar.shape.${value}`) }))}
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value as WeekShape)}
          />
        ),
        isMissing: false,
      }}
      onAct={async (reason) => {
        await set.mutateAsync({ body: { restDays: [...WEEK_SHAPES[chosen]], reason } });
        showSuccess(t('calendar.weekKept'));
      }}
      onClose={onClose}
    >
      {t('calendar.weekWhy')}
    </ReasonDialog>
  );
}
