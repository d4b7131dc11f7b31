import type { DispatchView } from '@patravali/contract';
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';
import { Time } from '../ui/Time';
import classes from './dispatch.module.css';
import type { Recipient } from './recipients';

interface RecipientRowProps {
  recipient: Recipient;
  isChosen: boolean;
  mayChoose: boolean;
  onChoose: (chosen: boolean) => void;
  /** How it is about to leave, when it is chosen. */
  children: ReactNode;
}

export function RecipientRow({ recipient, isChosen, mayChoose, onChoose, children }: RecipientRowProps) {
  const { t } = useTranslations();
  const { addressee, asCopy, dispatches } = recipient;
  return (
    <li className={classes.recipient}>
      <div className={classes.who}>
        {mayChoose && (
          <Checkbox
            size="sm"
            aria-label={t('dispatch.choose', { name: addressee.name })}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <div>
          <strong>{addressee.name}</strong> {asCopy && <Pill>{t('dispatch.copy')}</Pill>}
          <div className="soft small">
            {[addressee.designation, addressee.address, addressee.email].filter(Boolean).join(', ')}
          </div>
        </div>
      </div>
      {dispatches.map((dispatch) => (
        <Fate key={dispatch.id} dispatch={dispatch} />
      ))}
      {children}
    </li>
  );
}

function Fate({ dispatch }: { dispatch: DispatchView }) {
  const { t } = useTranslations();
  const bad = dispatch.state === 'failed' || dispatch.state === 'returned';
  return (
    <p className={classes.fate}>
      <Pill kind={bad ? 'stamp' : 'accent'}>{t(`dispatchState.${dispatch.state}`)}</Pill>{' '}
      {t(`dispatchMode.${dispatch.mode}`)} · <Time at={dispatch.sentAt ?? dispatch.at} /> ·{' '}
      <span className="mono">{dispatch.by.post.marking}</span>
      {dispatch.trackingNumber !== null && ` · ${dispatch.trackingNumber}`}
      {dispatch.failure !== null && <span className={classes.failure}> · {dispatch.failure}</span>}
    </p>
  );
}
