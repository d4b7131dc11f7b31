import { DispatchIssue, type IssueView } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Kbd } from '../keyboard/Kbd';
import { useKeys } from '../keyboard/keys';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { useContractForm } from '../ui/forms/use-contract-form';
import { useRefusal } from '../ui/use-refusal';
import { useDispatchIssue } from './api';
import classes from './dispatch.module.css';
import { ParcelFields } from './ParcelFields';
import { RecipientRow } from './RecipientRow';
import { dispatchRequest, firstParcel, recipientsOf } from './recipients';

/** Whom the letter goes to; whoever has not been reached is chosen already, and all leave in one act. */
export function RecipientList({ issue }: { issue: IssueView }) {
  const { t } = useTranslations();
  const notifyRefusal = useRefusal();
  const command = useDispatchIssue();
  const recipients = recipientsOf(issue);
  const { form, check, refuse } = useContractForm({
    schema: DispatchIssue,
    initialValues: { dispatches: recipients.filter(({ served }) => !served).map(firstParcel) },
  });
  const parcels = form.values.dispatches;
  const act = () => {
    const body = parcels.length > 0 && !command.isPending ? check({ dispatches: parcels.map(dispatchRequest) }) : null;
    if (!body) return;
    command.mutate(
      { params: { issueId: issue.id }, body },
      {
        onError: (error) => {
          refuse(error);
          notifyRefusal(error);
        },
        onSuccess: () => showSuccess(t('dispatch.done', { count: parcels.length })),
      },
    );
  };
  useKeys([{ key: 'ctrl+Enter', label: t('dispatch.act'), run: act, whileTyping: true }], issue.mayDispatch);
  return (
    <section className={classes.recipients} aria-label={t('dispatch.recipients')}>
      <h2 className="eyebrow">{t('dispatch.recipients')}</h2>
      <ul>
        {recipients.map((recipient) => {
          const at = parcels.findIndex((parcel) => parcel.recipient === recipient.index);
          const isChosen = at >= 0;
          return (
            <RecipientRow
              key={recipient.index}
              recipient={recipient}
              isChosen={isChosen}
              mayChoose={issue.mayDispatch && !recipient.served}
              onChoose={(chosen) =>
                chosen
                  ? form.insertListItem('dispatches', firstParcel(recipient))
                  : form.removeListItem('dispatches', at)
              }
            >
              {issue.mayDispatch && isChosen && <ParcelFields form={form} at={at} />}
            </RecipientRow>
          );
        })}
      </ul>
      {issue.mayDispatch && recipients.some(({ served }) => !served) && (
        <Button
          size="sm"
          disabled={parcels.length === 0}
          loading={command.isPending}
          onClick={act}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {t('dispatch.actCount', { count: parcels.length })}
        </Button>
      )}
    </section>
  );
}
