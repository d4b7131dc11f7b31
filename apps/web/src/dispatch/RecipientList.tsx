import type { IssueView } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDispatchIssue } from './api';
import { useTranslations } from '../language/use-translations';
import { useKeys } from '../keyboard/keys';
import { showSuccess } from '../ui/announcements';
import { useRefusal } from '../ui/use-refusal';
import { Kbd } from '../keyboard/Kbd';
import classes from './dispatch.module.css';
import { RecipientRow } from './RecipientRow';
import { firstParcel, isPosted, type Parcel, recipientsOf } from './recipients';

/** Whom the letter goes to; whoever has not been reached is chosen already, and all leave in one act. */
export function RecipientList({ issue }: { issue: IssueView }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const command = useDispatchIssue();
  const recipients = recipientsOf(issue);
  const [parcels, setParcels] = useState<ReadonlyMap<number, Parcel>>(
    () => new Map(recipients.flatMap((one) => (one.served ? [] : [[one.index, firstParcel(one)]]))),
  );
  const set = (index: number, parcel: Parcel | null) =>
    setParcels((now) => {
      const next = new Map(now);
      if (parcel) next.set(index, parcel);
      else next.delete(index);
      return next;
    });
  const act = () => {
    if (parcels.size === 0 || command.isPending) return;
    const dispatches = [...parcels].map(([recipient, parcel]) => ({ recipient, ...sentAs(parcel) }));
    command.mutate(
      { params: { issueId: issue.id }, body: { dispatches } },
      { onError: refuse, onSuccess: () => showSuccess(t('dispatch.done', { count: dispatches.length })) },
    );
  };
  useKeys([{ key: 'ctrl+Enter', label: t('dispatch.act'), run: act, whileTyping: true }], issue.mayDispatch);
  return (
    <section className={classes.recipients} aria-label={t('dispatch.recipients')}>
      <h2 className="eyebrow">{t('dispatch.recipients')}</h2>
      <ul>
        {recipients.map((recipient) => (
          <RecipientRow
            key={recipient.index}
            recipient={recipient}
            parcel={issue.mayDispatch ? (parcels.get(recipient.index) ?? null) : null}
            mayDispatch={issue.mayDispatch}
            onChange={(parcel) => set(recipient.index, parcel)}
          />
        ))}
      </ul>
      {issue.mayDispatch && recipients.some(({ served }) => !served) && (
        <Button
          size="sm"
          disabled={parcels.size === 0}
          loading={command.isPending}
          onClick={act}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {t('dispatch.actCount', { count: parcels.size })}
        </Button>
      )}
    </section>
  );
}

/** Only what belongs to the mode, and only what was filled in. */
function sentAs({ mode, email, trackingNumber, remarks }: Parcel) {
  return {
    mode,
    ...(mode === 'email' && email.trim() !== '' && { email: email.trim() }),
    ...(isPosted(mode) && trackingNumber.trim() !== '' && { trackingNumber: trackingNumber.trim() }),
    ...(remarks.trim() !== '' && { remarks: remarks.trim() }),
  };
}
