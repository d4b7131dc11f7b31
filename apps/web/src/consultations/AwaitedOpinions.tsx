import type { Consultation, FileView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useConsultations } from './api';
import classes from './consultations.module.css';
import { LateBy } from './LateBy';
import { WithdrawDialog } from './WithdrawDialog';

/** A strip below the head: whose opinion is awaited, by when, and how late it is; and the way to ask no longer. */
export function AwaitedOpinions({ file }: { file: Named<FileView> }) {
  const { t, day, translate, marking } = useTranslations('consultations');
  const { items } = useConsultations(file.id);
  const [withdrawing, setWithdrawing] = useState<{ ids?: string[] } | null>(null);
  const open = items.flatMap(({ consulted }) => consulted.filter(({ state }) => state === 'asked'));
  const mayWithdraw = file.allowedMoves.includes('withdraw_consultation');
  return (
    <section className={classes.strip} aria-label={t('awaited')}>
      <strong>{t('desk.opinions', { count: file.opinionsAwaited })}</strong>
      <ul>
        {open.map((asked) => (
          <li key={asked.id}>
            {asked.unit && `${translate(asked.unit.name)} → `}
            <span className="mono">{marking(asked.post)}</span> · {t('page.due', { day: day(asked.dueOn) })}
            <LateBy days={asked.lateBy} />
            {mayWithdraw && open.length > 1 && (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={`${t('fileMove.withdraw_consultation')}: ${marking(asked.post)}`}
                onClick={() => setWithdrawing({ ids: [asked.id] })}
              >
                {t('fileMove.withdraw_consultation')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SnapshotFailed items={items} />
      {mayWithdraw && (
        <Button variant="default" size="compact-xs" onClick={() => setWithdrawing({})}>
          {t('withdrawAll')}
        </Button>
      )}
      {withdrawing && <WithdrawDialog file={file} {...withdrawing} onClose={() => setWithdrawing(null)} />}
    </section>
  );
}

/** Those who were asked have nothing to read. */
function SnapshotFailed({ items }: { items: readonly Named<Consultation>[] }) {
  const { t } = useTranslations('consultations');
  const failed = items.some(
    ({ snapshot, consulted }) => snapshot === 'failed' && consulted.some(({ state }) => state === 'asked'),
  );
  return failed ? <p role="alert">{t('snapshotFailed')}</p> : null;
}
