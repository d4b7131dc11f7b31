import { Button } from '@mantine/core';
import type { ChargeView, Named } from '@patravali/contract';
import type { ReactNode } from 'react';
import type { Rows } from '../api/lists/use-list';
import { useTranslations } from '../language/use-translations';
import rows from '../ui/page/rows-page.module.css';
import { CertificateButtons } from './CertificateButtons';
import { CountsInWords } from './CountsInWords';

interface ChargeListProps {
  charges: Rows<Named<ChargeView>>;
  /** What can be done with one. */
  actOn?: (charge: Named<ChargeView>) => ReactNode;
}

/** Charges that were handed over, each with its certificate. */
export function ChargeList({ charges, actOn }: ChargeListProps) {
  const { t } = useTranslations('absence');
  return (
    <>
      <ul className={rows.rows} aria-label={t('charge.title')}>
        {charges.items.map((charge) => (
          <ChargeRow key={charge.id} charge={charge}>
            {actOn?.(charge)}
          </ChargeRow>
        ))}
      </ul>
      {charges.hasMore && (
        <Button variant="default" loading={charges.isFetchingNextPage} onClick={charges.loadMore}>
          {t('charge.more')}
        </Button>
      )}
    </>
  );
}

function ChargeRow({ charge, children }: { charge: Named<ChargeView>; children: ReactNode }) {
  const { t, translate, marking, day, dateTime } = useTranslations('absence');
  const { post, from, handedOn, half, orderReference, counts, takenBy, takenAt } = charge;
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>
          {t('charge.given', {
            from: translate(from),
            post: marking(post),
            day: day(handedOn),
            half: t(`half.${half}`),
          })}
        </strong>
        <div className="soft small">{orderReference}</div>
        <div className="small">
          <CountsInWords counts={counts} />
        </div>
        <div className="small">
          {takenBy !== null && takenAt !== null
            ? t('charge.takenOver', { by: translate(takenBy), at: dateTime(takenAt) })
            : t('charge.notTaken')}
        </div>
        <CertificateButtons charge={charge} />
      </div>
      {children}
    </li>
  );
}
