import { Button } from '@mantine/core';
import { type ChargeHandedOver, type ChargeView, hasCharge, type Named } from '@patravali/contract';
import { useList } from '../api/lists/use-list';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { CertificateButtons } from './CertificateButtons';
import { CountsInWords } from './CountsInWords';
import { HandOverDialog } from './HandOverDialog';
import { TakeOverDialog } from './TakeOverDialog';
import classes from './absence.module.css';

/** The charges that a person has handed and taken over, and those of the post from which he acts. */
export function Charges({ onHanded }: { onHanded: (handed: ChargeHandedOver) => void }) {
  const { t } = useTranslations('absence');
  const { post } = useActing();
  const charges = useList('listCharges', {}, { every: 10_000 });
  if (charges.error) return <PageError error={charges.error} />;
  const holds = hasCharge(post.capacity);
  return (
    <section aria-labelledby="charge" className={classes.part}>
      <h2 id="charge">{t('charge.title')}</h2>
      <p className="soft">{t('charge.why')}</p>
      {holds && (
        <p>
          <DialogButton
            label={t('charge.handOver')}
            variant="default"
            dialog={(close) => <HandOverDialog post={post} onHanded={onHanded} onClose={close} />}
          />
        </p>
      )}
      {charges.items.length === 0 ? (
        !charges.isPending && <p>{t('charge.none')}</p>
      ) : (
        <ul className={rows.rows} aria-label={t('charge.title')}>
          {charges.items.map((charge) => (
            <ChargeRow key={charge.id} charge={charge} />
          ))}
        </ul>
      )}
      {charges.hasMore && (
        <Button variant="default" loading={charges.isFetchingNextPage} onClick={charges.loadMore}>
          {t('charge.more')}
        </Button>
      )}
    </section>
  );
}

function ChargeRow({ charge }: { charge: Named<ChargeView> }) {
  const { t, translate, marking, day, dateTime } = useTranslations('absence');
  const { post: acting } = useActing();
  const { post, from, handedOn, half, orderReference, counts, takenBy, takenAt } = charge;
  const name = marking(post);
  const takes = takenAt === null && post.id === acting.id && hasCharge(acting.capacity);
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>
          {t('charge.given', { from: translate(from), post: name, day: day(handedOn), half: t(`half.${half}`) })}
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
      {takes && (
        <DialogButton
          label={t('charge.takeOver')}
          dialog={(close) => <TakeOverDialog charge={charge} onClose={close} />}
        />
      )}
    </li>
  );
}
