import {
  type DispatchView,
  FollowDispatch,
  isPosted,
  type IssueView,
  type Named,
  type Sending,
} from '@patravali/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { inPaise, inRupees } from './recipients';

interface FollowDialogProps {
  issue: Named<IssueView>;
  sending: Named<Sending>;
  dispatch: Named<DispatchView>;
  onClose: () => void;
}

/** What becomes known of a letter after it has left: its tracking number, what it cost, that it was delivered or came back. */
export function FollowDialog({ issue, sending, dispatch, onClose }: FollowDialogProps) {
  const { t } = useTranslations('outward');
  const follow = useCommand('followDispatch');
  const { form, send } = useContractForm({
    schema: FollowDispatch,
    initialValues: {
      trackingNumber: dispatch.trackingNumber ?? '',
      postage: inRupees(dispatch.postage),
      outcome: '',
      reason: '',
    },
  });
  const { trackingNumber, postage, outcome, reason } = form.values;
  const entered = {
    trackingNumber: unlessKnown(orNothing(trackingNumber), dispatch.trackingNumber),
    postage: unlessKnown(inPaise(postage), dispatch.postage),
    outcome: orNothing(outcome),
    reason: outcome === 'returned' ? orNothing(reason) : undefined,
  };
  const submit = () =>
    send(entered, async (body) => {
      await follow.mutateAsync({ params: { issueId: issue.id, dispatchId: dispatch.id }, body });
      showSuccess(t('dispatch.followed', { name: sending.addressee.name }));
      onClose();
    });
  return (
    <FormDialog title={t('dispatch.followTitle')} act={t('dispatch.save')} onSubmit={submit} onClose={onClose}>
      {isPosted(dispatch.mode) && (
        <>
          <TextInput
            data-autofocus
            data-letters="latin"
            label={t('dispatch.trackingNumber')}
            {...form.getInputProps('trackingNumber')}
          />
          <TextInput
            data-letters="latin"
            inputMode="decimal"
            label={t('outward.postage')}
            {...form.getInputProps('postage')}
          />
        </>
      )}
      <NativeSelect
        label={t('dispatch.outcome')}
        data={[
          { value: '', label: t('dispatch.underWay') },
          { value: 'delivered', label: t('dispatchState.delivered') },
          { value: 'returned', label: t('dispatchState.returned') },
        ]}
        {...form.getInputProps('outcome')}
      />
      {outcome === 'returned' && <TextInput required label={t('file.reason')} {...form.getInputProps('reason')} />}
    </FormDialog>
  );
}

/** Only what is new is entered. */
const unlessKnown = <T,>(entered: T | undefined, known: T | null) => (entered === known ? undefined : entered);
