import type { IssueView, Named, Sending } from '@patravali/contract';
import { Button, Checkbox } from '@mantine/core';
import { type ReactNode } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { DialogButton } from '../../ui/DialogButton';
import { Pill } from '../../ui/Badges';
import { Time } from '../../ui/Time';
import { ActButton } from '../../ui/ActButton';
import { ConfirmAddressDialog } from './ConfirmAddressDialog';
import classes from '../dispatch.module.css';
import { DispatchStatus } from './DispatchStatus';

interface RecipientRowProps {
  issue: Named<IssueView>;
  sending: Named<Sending>;
  isChosen: boolean;
  onChoose: (chosen: boolean) => void;
  /** Shows the own copy of this addressee. */
  onShow: (recipient: number) => void;
  /** How it is about to leave, when it is chosen. */
  children: ReactNode;
}

/** One addressee: who they are, what became of the letter, and what can still be done about it. */
export function RecipientRow({ issue, sending, isChosen, onChoose, onShow, children }: RecipientRowProps) {
  const { t } = useTranslations('outward');
  const { addressee, asCopy, ownCopyId, state, notToBeSent, dispatches } = sending;
  const toSend = state === 'to_send';
  return (
    <li className={classes.recipient}>
      <div className={classes.who}>
        {issue.mayDispatch && toSend && (
          <Checkbox
            size="sm"
            aria-label={t('dispatch.choose', { name: addressee.name })}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <div>
          <strong>{addressee.name}</strong> {asCopy && <Pill>{t('dispatch.copy')}</Pill>}{' '}
          {dispatches.length === 0 && toSend && <Pill kind="yellow">{t('sendingState.to_send')}</Pill>}
          <div className="soft small">
            {[addressee.designation, addressee.address, addressee.email].filter(Boolean).join(', ')}
          </div>
          <Confirmed sending={sending} />
        </div>
        {ownCopyId !== null && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('outward.showCopy', { name: addressee.name })}
            onClick={() => onShow(sending.recipient)}
          >
            {t('outward.ownCopy')}
          </Button>
        )}
        {issue.mayConfirmAddress && toSend && (
          <DialogButton
            label={t('dispatch.confirmAddress')}
            variant="subtle"
            size="compact-xs"
            className={classes.aside ?? ''}
            dialog={(close) => (
              <ConfirmAddressDialog
                issueId={issue.id}
                recipient={sending.recipient}
                name={addressee.name}
                email={sending.email}
                onClose={close}
              />
            )}
          />
        )}
      </div>
      {dispatches.toReversed().map((dispatch) => (
        <DispatchStatus key={dispatch.id} issue={issue} sending={sending} dispatch={dispatch} />
      ))}
      {notToBeSent && <NotToBeSent issue={issue} sending={sending} mark={notToBeSent} />}
      {children}
    </li>
  );
}

/** The address that the issuing post has confirmed instead of that in the letter. */
function Confirmed({ sending: { email, confirmed } }: { sending: Named<Sending> }) {
  const { t, dateTime, marking } = useTranslations('outward');
  if (!confirmed || email === null) return null;
  return (
    <div className="soft small">
      {t('dispatch.confirmedBy', { email, post: marking(confirmed.by.post), at: dateTime(confirmed.at) })}
    </div>
  );
}

interface NotToBeSentProps {
  issue: Named<IssueView>;
  sending: Named<Sending>;
  mark: NonNullable<Named<Sending>['notToBeSent']>;
}

function NotToBeSent({ issue, sending, mark }: NotToBeSentProps) {
  const { t, marking } = useTranslations('outward');
  const undo = useCommand('markToBeSent');
  const { name } = sending.addressee;
  const act = async () => {
    await undo.mutateAsync({ params: { issueId: issue.id }, body: { recipients: [sending.recipient] } });
    showSuccess(t('dispatch.unmarked', { name }));
  };
  return (
    <p className={classes.status}>
      <Pill kind="stamp">{t('sendingState.not_to_be_sent')}</Pill> {mark.reason} · <Time at={mark.at} /> ·{' '}
      <span className="mono">{marking(mark.by.post)}</span>{' '}
      {issue.mayDispatch && (
        <ActButton
          label={t('dispatch.toBeSent')}
          aria-label={t('dispatch.toBeSentName', { name })}
          variant="subtle"
          size="compact-xs"
          act={act}
        />
      )}
    </p>
  );
}
