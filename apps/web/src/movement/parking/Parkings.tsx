import { useList, WHOLE } from '../../api/lists/use-list';
import { useWholeList } from '../../api/lists/use-whole-list';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import { DataTable } from '../../ui/page/DataTable';

/** How the file was set aside and taken up again; nothing of one that never was. */
export function Parkings({ fileId }: { fileId: string }) {
  const { t, registerDay } = useTranslations('aside');
  const { items } = useWholeList(useList('listParkings', { params: { fileId } }, WHOLE));
  if (items.length === 0) return null;
  return (
    <div className="card">
      <h2 className="eyebrow">{t('aside.history')}</h2>
      <DataTable
        label={t('aside.history')}
        minWidth={640}
        items={items}
        keyOf={({ sequence }) => sequence}
        columns={[
          [t('movements.what'), ({ kind }) => t(`parkingLine.${kind}`)],
          [t('movements.at'), ({ at }) => <Time at={at} form="registerTime" />],
          [
            t('aside.untilDay'),
            ({ untilOn, untilEvent }) =>
              joined(untilEvent && t(`parkingEvent.${untilEvent}`), untilOn && registerDay(untilOn)),
          ],
          [
            t('movements.by'),
            ({ kind, by }) => (
              <>
                {kind === 'day_came' && `${t('history.byItself')} `}
                <Actor actor={by} />
              </>
            ),
          ],
          [t('movements.remarks'), ({ cause, remarks }) => joined(cause && t(`callBookCause.${cause}`), remarks)],
        ]}
      />
    </div>
  );
}

const joined = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ');
