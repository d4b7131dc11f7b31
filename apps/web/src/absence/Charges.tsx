import { type ChargeHandedOver, type ChargeView, hasCharge, type Named } from '@patravali/contract';
import { useList } from '../api/lists/use-list';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { PageError } from '../ui/page/PageError';
import { ChargeList } from './ChargeList';
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
        <ChargeList charges={charges} actOn={(charge) => <TakeOver charge={charge} />} />
      )}
    </section>
  );
}

function TakeOver({ charge }: { charge: Named<ChargeView> }) {
  const { t } = useTranslations('absence');
  const { post: acting } = useActing();
  if (charge.takenAt !== null || charge.post.id !== acting.id || !hasCharge(acting.capacity)) return null;
  return (
    <DialogButton label={t('charge.takeOver')} dialog={(close) => <TakeOverDialog charge={charge} onClose={close} />} />
  );
}
