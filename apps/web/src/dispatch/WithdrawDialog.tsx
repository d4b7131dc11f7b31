import { type IssueView, type Named, RevokeIssue, SupersedeIssue, type WithdrawalKind } from '@patravali/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { ReasonDialog } from '../ui/ReasonDialog';
import { showSuccess } from '../ui/announcements';
import { useWords } from './use-words';

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
  const say = useWords();
  const revoke = useCommand('revokeIssue');
  const letter = issue.number;
  const act = (reason = '') =>
    revoke.mutate(
      { params: { issueId: issue.id }, body: { reason } },
      {
        onSuccess: () => {
          showSuccess(say('withdrawing.revoked', { letter }));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={say('withdrawing.revokeTitle')}
      act={say('withdrawing.revokeAct')}
      schema={RevokeIssue}
      pending={revoke.isPending}
      error={revoke.error}
      onAct={act}
      onClose={onClose}
    >
      {say('withdrawing.revokeWhy', { letter })}
    </ReasonDialog>
  );
}

function SupersedeDialog({ issue, onClose }: DialogProps) {
  const say = useWords();
  const supersede = useCommand('supersedeIssue');
  const [laterNumber, setLaterNumber] = useState('');
  const letter = issue.number;
  const later = laterNumber.trim();
  const act = (reason = '') =>
    supersede.mutate(
      { params: { issueId: issue.id }, body: { laterNumber: later, reason } },
      {
        onSuccess: () => {
          showSuccess(say('withdrawing.superseded', { letter }));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={say('withdrawing.supersedeTitle')}
      act={say('withdrawing.supersedeAct')}
      schema={SupersedeIssue.pick({ reason: true })}
      pending={supersede.isPending}
      more={{
        isMissing: later === '',
        field: (
          <TextInput
            classNames={{ input: 'mono' }}
            label={say('withdrawing.laterNumber')}
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
      {say('withdrawing.supersedeWhy', { letter })}
    </ReasonDialog>
  );
}
