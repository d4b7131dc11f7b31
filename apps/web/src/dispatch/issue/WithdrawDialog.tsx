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
  const act = (reason = '') =>
    revoke.mutate(
      { params: { issueId: issue.id }, body: { reason } },
      {
        onSuccess: () => {
          showSuccess(t('withdrawing.revoked', { letter }));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('withdrawing.revokeTitle')}
      act={t('withdrawing.revokeAct')}
      schema={RevokeIssue}
      pending={revoke.isPending}
      error={revoke.error}
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
  const act = (reason = '') =>
    supersede.mutate(
      { params: { issueId: issue.id }, body: { laterNumber: later, reason } },
      {
        onSuccess: () => {
          showSuccess(t('withdrawing.superseded', { letter }));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('withdrawing.supersedeTitle')}
      act={t('withdrawing.supersedeAct')}
      schema={SupersedeIssue.pick({ reason: true })}
      pending={supersede.isPending}
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
      error={supersede.error}
      onAct={act}
      onClose={onClose}
    >
      {t('withdrawing.supersedeWhy', { letter })}
    </ReasonDialog>
  );
}
