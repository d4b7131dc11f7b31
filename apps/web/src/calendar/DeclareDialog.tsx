import { type DeclareDays, WithdrawDay } from '@patravali/contract';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';

type Declared = z.input<typeof DeclareDays>['days'][number];

interface DeclareDialogProps {
  title: string;
  year: number;
  days: readonly Declared[];
  /** Them, in a sentence. */
  sentence: string;
  /** What else is shown of them. */
  more?: ReactNode;
  onClose: () => void;
}

/** Declares days that are known already, for a reason. */
export function DeclareDialog({ title, year, days, sentence, more = null, onClose }: DeclareDialogProps) {
  const { t } = useTranslations('calendar');
  const declare = useCommand('declareDays');
  return (
    <ReasonDialog
      title={title}
      act={t('calendar.declareThese')}
      schema={WithdrawDay.pick({ reason: true })}
      more={{ field: more, isMissing: false }}
      onAct={async (reason) => {
        await declare.mutateAsync({ body: { year, days: [...days], reason } });
        showSuccess(t('calendar.declared'));
      }}
      onClose={onClose}
    >
      {sentence}
    </ReasonDialog>
  );
}
