import type { ChargeView, Named } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';

interface TakeOverDialogProps {
  charge: Named<ChargeView>;
  onClose: () => void;
}

/** Whoever takes over sees first what has come since the charge was handed over, and confirms with that. */
export function TakeOverDialog({ charge, onClose }: TakeOverDialogProps) {
  const { t, marking, dateTime, registerDay } = useTranslations('absence');
  const takeOver = useCommand('takeOverCharge');
  const params = { chargeId: charge.id };
  const { data, refetch, error } = useQuery(queryOf('listCameBetween', { params }, { staleTime: 0 }));
  const post = marking(charge.post);
  const at = dateTime(charge.handedAt);
  const act = async () => {
    if (!data) return;
    // What came meanwhile is shown at once, beside the sentence that says so.
    await takeOver.mutateAsync({ params, body: { seen: data.seen } }).catch(async (refused: unknown) => {
      await refetch();
      throw refused;
    });
    showSuccess(t('charge.taken', { post }));
    onClose();
  };
  // Until then there is nothing to confirm, and nothing that could have the focus.
  if (!data && !error) return null;
  return (
    <FormDialog
      title={t('charge.takingOver', { post })}
      act={t('charge.takeOver')}
      size={640}
      incomplete={!data}
      error={error ?? undefined}
      onSubmit={act}
      onClose={onClose}
    >
      {data?.items.length === 0 && <p>{t('charge.nothingBetween', { at })}</p>}
      {data && data.items.length > 0 && (
        <>
          <p>{t('charge.between', { at })}</p>
          <ul>
            {data.items.map(({ kind, number, subject, since }) => (
              <li key={`${kind} ${number}`}>
                <span className="mono">{number}</span> {subject ?? t('charge.graded')}{' '}
                <span className="soft small">
                  {t(`chargeItem.${kind}`)} · {registerDay(since)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </FormDialog>
  );
}
