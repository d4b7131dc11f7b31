import { type IssueView, type Named, RevokeIssue, SupersedeIssue, type WithdrawalKind } from '@patravali/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { ReasonDialog } from '../ui/ReasonDialog';
import { showSuccess } from '../ui/announcements';
import { useRevokeIssue, useSupersedeIssue } from './api';

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
  const { t } = useTranslations();
  const revoke = useRevokeIssue();
  const letter = issue.number;
  const act = (reason = '') =>
    revoke.mutate(
      { params: { issueId: issue.id }, body: { reason } },
      {
        onSuccess: () => {
          showSuccess(t('dispatch.revoked', { letter }));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('dispatch.revokeTitle')}
      act={t('dispatch.revokeAct')}
      schema={RevokeIssue}
      pending={revoke.isPending}
      error={revoke.error}
      onAct={act}
      onClose={onClose}
    >
      {t('dispatch.revokeWhy', { letter })}
    </ReasonDialog>
  );
}

function SupersedeDialog({ issue, onClose }: DialogProps) {
  const { t } = useTranslations();
  const supersede = useSupersedeIssue();
  const [laterNumber, setLaterNumber] = useState('');
  const letter = issue.number;
  const later = laterNumber.trim();
  const act = (reason = '') =>
    supersede.mutate(
      { params: { issueId: issue.id }, body: { laterNumber: later, reason } },
      {
        onSuccess: () => {
          showSuccess(t('dispatch.superseded', { letter }));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('dispatch.supersedeTitle')}
      act={t('dispatch.supersedeAct')}
      schema={SupersedeIssue.pick({ reason: true })}
      pending={supersede.isPending}
      more={{
        isMissing: later === '',
        field: (
          <TextInput
            classNames={{ input: 'mono' }}
            label={t('dispatch.laterNumber')}
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
      {t('dispatch.supersedeWhy', { letter })}
    </ReasonDialog>
  );
}
