import type { IssueView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import { Certificate } from '../../signing/Certificate';
import { Revocation } from '../../signing/Revocation';
import classes from '../../signing/signing.module.css';

/** The signatures that the issued letter bears; one that the office sealed says so. */
export function SignedBy({ signatures, sealRevocation }: Pick<Named<IssueView>, 'signatures' | 'sealRevocation'>) {
  const { t } = useTranslations('signing');
  if (signatures.length === 0)
    return (
      <section className={classes.form}>
        <p className="soft small">{t('signing.sealed')}</p>
        <Revocation revocation={sealRevocation} />
      </section>
    );
  return (
    <section className={classes.form}>
      <h2 className="eyebrow">{t('signing.signatures')}</h2>
      <ol className={classes.signatories}>
        {signatures.map(({ by, at, certificate, level, revocation }) => (
          <li key={certificate.fingerprint + at}>
            <Actor actor={by} />, <Time at={at} /> <span className="soft small">{t(`signing.level.${level}`)}</span>
            <Revocation revocation={revocation} />
            <details>
              <summary>{certificate.subject}</summary>
              <Certificate certificate={certificate} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
