import { type Consultation, type FileView, type Named, WithdrawConsultation } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useConsultations } from './api';
import classes from './consultations.module.css';
import { LateBy } from './LateBy';

/** A strip below the head: whose opinion is awaited, by when, and how late it is; and the way to ask no longer. */
export function AwaitedOpinions({ file }: { file: Named<FileView> }) {
  const { t, day, translate } = useTranslations('consultations');
  const { items } = useConsultations(file.id);
  const [withdrawing, setWithdrawing] = useState<{ ids?: string[]; post: string } | null>(null);
  const open = items.flatMap(({ consulted }) => consulted.filter(({ state }) => state === 'asked'));
  const mayWithdraw = file.allowedMoves.includes('withdraw_consultation');
  return (
    <section className={classes.strip} aria-label={t('awaited')}>
      <strong>{t('desk.opinions', { count: file.opinionsAwaited })}</strong>
      <ul>
        {open.map((asked) => (
          <li key={asked.id}>
            {asked.unit && `${translate(asked.unit.name)} → `}
            <span className="mono">{asked.post.marking}</span> · {t('page.due', { day: day(asked.dueOn) })}
            <LateBy days={asked.lateBy} />
            {mayWithdraw && open.length > 1 && (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={`${t('fileMove.withdraw_consultation')}: ${asked.post.marking}`}
                onClick={() => setWithdrawing({ ids: [asked.id], post: asked.post.marking })}
              >
                {t('fileMove.withdraw_consultation')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SnapshotFailed items={items} />
      {mayWithdraw && (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => setWithdrawing({ post: open.map(({ post }) => post.marking).join(', ') })}
        >
          {t('withdrawAll')}
        </Button>
      )}
      {withdrawing && <Withdrawing file={file} {...withdrawing} onClose={() => setWithdrawing(null)} />}
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

interface WithdrawingProps {
  file: Named<FileView>;
  /** All that are open, if none are named. */
  ids?: string[];
  post: string;
  onClose: () => void;
}

function Withdrawing({ file, ids, post, onClose }: WithdrawingProps) {
  const { t } = useTranslations('consultations');
  const withdraw = useCommand('withdrawConsultation');
  const act = async (reason: string) => {
    const body = { reason, ...(ids && { consultedIds: ids }) };
    await withdraw.mutateAsync({ params: { fileId: file.id }, body, ifMatch: file.version });
    showSuccess(t('withdrawn', { number: file.number }));
  };
  return (
    <ReasonDialog
      title={t('fileMove.withdraw_consultation')}
      schema={WithdrawConsultation}
      onAct={act}
      onClose={onClose}
    >
      {t('withdrawWhy', { post })}
    </ReasonDialog>
  );
}
