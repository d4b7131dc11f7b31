import type { Named, ReceiptView } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import { Time } from '../../ui/Time';
import classes from './moves.module.css';

/** From desk to desk: a wrong marking stays in the register. Below, to whom copies went, and who has seen his. */
export function ReceiptRegister({ receipt: { movements, copies } }: { receipt: Named<ReceiptView> }) {
  const { t, day } = useTranslations('receipt-moves');
  return (
    <>
      {movements.length > 1 && (
        <section>
          <h2 className="eyebrow">{t('receiptMoves.register')}</h2>
          <ol className={classes.register}>
            {movements.map(({ sequence, kind, from, to, at, remarks }) => (
              <li key={sequence} data-kind={kind}>
                <Time at={at} form="registerTime" /> {from && <Post post={from} />}
                {from && to && ' → '}
                {to && <Post post={to} />} <span className="soft">{t(`receiptMovement.${kind}`)}</span>
                {remarks !== null && <div className="soft small">{remarks}</div>}
              </li>
            ))}
          </ol>
        </section>
      )}
      {copies.length > 0 && (
        <section>
          <h2 className="eyebrow">{t('receiptMoves.copies')}</h2>
          <ul className={classes.register}>
            {copies.map(({ post, seenAt }) => (
              <li key={post.id}>
                <Post post={post} />{' '}
                <span className="soft small">
                  {seenAt === null ? t('receiptMoves.unseen') : t('receiptMoves.seen', { day: day(seenAt) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
