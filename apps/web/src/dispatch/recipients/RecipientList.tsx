import { DispatchIssue, isPosted, type IssueView, type Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { MoreButton } from '../../organisation/MoreButton';
import { showSuccess } from '../../ui/notices/announcements';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { useRefusal } from '../../ui/notices/use-refusal';
import classes from '../dispatch.module.css';
import { EnvelopesMenu } from './EnvelopesMenu';
import { NotToBeSentDialog } from './NotToBeSentDialog';
import { ParcelFields } from './ParcelFields';
import { RecipientRow } from './RecipientRow';
import { dispatchRequest, doneSentence, firstParcel } from './recipients';

interface RecipientListProps {
  issue: Named<IssueView>;
  /** Shows the own copy of an addressee. */
  onShow: (recipient: number) => void;
}

/** So many are shown at first, and as many more each time. */
const SHOWN = 50;

/** Whom the letter goes to; whoever is still to be sent it is chosen already, and all leave in one act. */
export function RecipientList({ issue, onShow }: RecipientListProps) {
  const { t, marking } = useTranslations('outward');
  const notifyRefusal = useRefusal();
  const command = useCommand('dispatchIssue');
  const [asksWhy, setAsksWhy] = useState(false);
  const [shown, setShown] = useState(SHOWN);
  const open = issue.sendings.filter(({ state }) => state === 'to_send');
  const { form, check, refuse } = useContractForm({
    schema: DispatchIssue,
    initialValues: { dispatches: open.map(firstParcel) },
  });
  const parcels = form.values.dispatches;
  // What no longer holds goes to nobody; it can still be said that it is not to be sent.
  const maySend = issue.mayDispatch && issue.withdrawn === null;
  const act = () => {
    const asked = { dispatches: parcels.map((parcel) => dispatchRequest(parcel, issue.sendings)) };
    const body = parcels.length > 0 && !command.isPending ? check(asked) : null;
    if (!body) return;
    command.mutate(
      { params: { issueId: issue.id }, body },
      {
        onError: (error) => {
          refuse(error);
          notifyRefusal(error);
        },
        onSuccess: () =>
          showSuccess(
            doneSentence(
              body.dispatches.map(({ mode }) => mode),
              t,
            ),
          ),
      },
    );
  };
  const button = useRef<HTMLButtonElement>(null);
  useKeys(
    [
      { key: 'ctrl+Enter', label: t('dispatch.act'), run: act, whileTyping: true },
      { key: 'd', label: t('outward.toDispatch'), run: () => button.current?.focus() },
    ],
    maySend,
  );
  const untracked = parcels.some(({ mode, trackingNumber }) => isPosted(mode) && trackingNumber.trim() === '');
  return (
    <section className={classes.recipients} aria-label={t('dispatch.recipients')}>
      <h2 className="eyebrow">{t('dispatch.recipients')}</h2>
      <ul>
        {issue.sendings.slice(0, shown).map((sending) => {
          const at = parcels.findIndex((parcel) => parcel.recipient === sending.recipient);
          const isChosen = at >= 0;
          return (
            <RecipientRow
              key={sending.recipient}
              issue={issue}
              sending={sending}
              isChosen={isChosen}
              onShow={onShow}
              onChoose={(chosen) =>
                chosen ? form.insertListItem('dispatches', firstParcel(sending)) : form.removeListItem('dispatches', at)
              }
            >
              {maySend && isChosen && (
                <ParcelFields form={form} at={at} sending={sending} issuingPost={marking(issue.issuedBy.post)} />
              )}
            </RecipientRow>
          );
        })}
      </ul>
      <MoreButton of={issue.sendings.length} shown={shown} onMore={setShown} />
      {issue.mayDispatch && (
        <div className={classes.acts}>
          {maySend && (
            <Button
              ref={button}
              id="dispatch"
              size="sm"
              disabled={parcels.length === 0}
              loading={command.isPending}
              onClick={act}
              rightSection={<Kbd keys="ctrl+Enter" onAccent />}
            >
              {t('dispatch.actCount', { count: parcels.length })}
            </Button>
          )}
          {open.length > 0 && (
            <Button variant="default" size="sm" disabled={parcels.length === 0} onClick={() => setAsksWhy(true)}>
              {t('dispatch.markNotToBeSent', { count: parcels.length })}
            </Button>
          )}
          <EnvelopesMenu issue={issue} />
          {maySend && untracked && (
            <span className="soft small">{t('outward.trackingLater', { act: t('dispatch.follow') })}</span>
          )}
        </div>
      )}
      {asksWhy && (
        <NotToBeSentDialog
          issueId={issue.id}
          recipients={parcels.map(({ recipient }) => recipient)}
          names={parcels.map(({ recipient }) => issue.sendings[recipient]?.addressee.name ?? '').join(', ')}
          onClose={() => setAsksWhy(false)}
        />
      )}
    </section>
  );
}
