import { Button } from '@mantine/core';
import type { ChargeHandedOver } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useList } from '../api/lists/use-list';
import { setActingPost } from '../api/session/acting-post';
import { sessionQuery, useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { CertificateButtons } from './CertificateButtons';
import { CountsInWords } from './CountsInWords';
import classes from './absence.module.css';

/** Whoever has handed over his own post holds it no longer: he takes the certificate along, and goes on from another post, or from none. */
export function HandedOver({ handed }: { handed: ChargeHandedOver }) {
  const { t, marking } = useTranslations('absence');
  const { post } = useActing();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { items } = useList('listCharges', {}, { every: 2_000 });
  const charge = items.find(({ id }) => id === handed.id);
  const goOn = async () => {
    setActingPost(null);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await navigate({ to: '/choose-post', search: {} });
  };
  return (
    <section aria-labelledby="handed-over" className={classes.part}>
      <h2 id="handed-over">{t('charge.handedOver', { post: marking(post) })}</h2>
      <p>
        <CountsInWords counts={handed.counts} />
      </p>
      {charge ? <CertificateButtons charge={charge} /> : <p className="soft">{t('charge.beingMade')}</p>}
      <p>
        <Button onClick={() => void goOn()}>{t('charge.done')}</Button>
      </p>
    </section>
  );
}
