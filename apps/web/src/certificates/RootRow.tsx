import type { Named, TrustedRoot } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Pill } from '../ui/Badges';
import { DialogButton } from '../ui/DialogButton';
import rows from '../ui/page/rows-page.module.css';
import classes from '../signing/signing.module.css';
import { EndTrustDialog } from './EndTrustDialog';
import { EndedBy } from './EndedBy';

/** A root: what it is, from whom it came, who added it, and who has ended it. */
export function RootRow({ root, mayEnd }: { root: Named<TrustedRoot>; mayEnd: boolean }) {
  const { t, dateTime } = useTranslations('certificates', 'signing');
  const { id, subject, fingerprint, validFrom, validUntil, state, receivedFrom, addedBy, addedAt, ended } = root;
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>{subject}</strong>{' '}
        <Pill kind={state === 'in_force' ? 'accent' : 'stamp'}>{t(`certificates.root.${state}`)}</Pill>
        <dl className={classes.certificate}>
          <dt>{t('signing.fingerprint')}</dt>
          <dd className="mono">{fingerprint}</dd>
          <dt>{t('signing.valid')}</dt>
          <dd>{t('signing.validFromUntil', { from: dateTime(validFrom), until: dateTime(validUntil) })}</dd>
          {receivedFrom !== null && (
            <>
              <dt>{t('certificates.receivedFrom')}</dt>
              <dd>{receivedFrom}</dd>
            </>
          )}
        </dl>
        <div className="soft small">
          {addedBy && addedAt !== null ? (
            <>
              {t('signing.addedAt', { at: dateTime(addedAt) })} · <Actor actor={addedBy} />
            </>
          ) : (
            t('certificates.ofTheDemo')
          )}
          {ended && <EndedBy ended={ended} />}
        </div>
      </div>
      {id !== null && mayEnd && !ended && (
        <DialogButton
          label={t('certificates.end')}
          aria-label={`${t('certificates.end')}: ${subject}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <EndTrustDialog what="root" id={id} name={subject} onClose={close} />}
        />
      )}
    </li>
  );
}
