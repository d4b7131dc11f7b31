import { type IssueView, type Named, RevokeIssue, SupersedeIssue, type WithdrawalKind } from '@patravali/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { showSuccess } from '../../ui/notices/announcements';

interface WithdrawDialogProps {
  issue: Named<IssueView>;
  kind: WithdrawalKind;
  onClose: () => void;
}

/** Asks why an issued letter no longer holds, and which later letter has taken its place. */
export function WithdrawDialog({ kind, ...rest }: WithdrawDialogProps) {
  return kind === 'revoked' ? <RevokeDialog {...rest} /> : <SupersedeDialog {...rest} />;
}

type DialogProps = Omit<WithdrawDialogProps, 'kind'>;

function RevokeDialog({ issue, onClose }: DialogProps) {
  const { t } = useTranslations('withdrawing');
  const revoke = useCommand('revokeIssue');
  const letter = issue.number;
  const act = async (reason: string) => {
    await revoke.mutateAsync({ params: { issueId: issue.id }, body: { reason } });
    showSuccess(t('withdrawing.revoked', { letter }));
  };
  return (
    <ReasonDialog
      title={t('withdrawing.revokeTitle')}
      act={t('withdrawing.revokeAct')}
      schema={RevokeIssue}
      onAct={act}
      onClose={onClose}
    >
      {t('withdrawing.revokeWhy', { letter })}
    </ReasonDialog>
  );
}

function SupersedeDialog({ issue, onClose }: DialogProps) {
  const { t } = useTranslations('withdrawing');
  const supersede = useCommand('supersedeIssue');
  const [laterNumber, setLaterNumber] = useState('');
  const letter = issue.number;
  const later = laterNumber.trim();
  const act = async (reason: string) => {
    await supersede.mutateAsync({ params: { issueId: issue.id }, body: { laterNumber: later, reason } });
    showSuccess(t('withdrawing.superseded', { letter }));
  };
  return (
    <ReasonDialog
      title={t('withdrawing.supersedeTitle')}
      act={t('withdrawing.supersedeAct')}
      schema={SupersedeIssue.pick({ reason: true })}
      more={{
        isMissing: later === '',
        field: (
          <TextInput
            classNames={{ input: 'mono' }}
            label={t('withdrawing.laterNumber')}
            value={laterNumber}
            onChange={({ currentTarget }) => setLaterNumber(currentTarget.value)}
            maxLength={100}
            required
          />
        ),
      }}
      onAct={act}
      onClose={onClose}
    >
      {t('withdrawing.supersedeWhy', { letter })}
    </ReasonDialog>
  );
}
