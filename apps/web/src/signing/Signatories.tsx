import type { LetterToSignView, Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Time } from '../ui/Time';
import classes from './signing.module.css';

/** Who signs the letter, in turn, and who has. */
export function Signatories({ signatories }: Pick<Named<LetterToSignView>, 'signatories'>) {
  const { t, translate } = useTranslations('signing');
  return (
    <ol className={classes.signatories} aria-label={t('signing.signatories')}>
      {signatories.map(({ post, name, at, certificate }) => (
        <li key={post.id}>
          <strong>{translate(name)}</strong>, {translate(post.designation)}{' '}
          <span className="soft small">
            {at === null ? t('signing.waits') : t('signing.hasSigned')} {at !== null && <Time at={at} />}
            {certificate && ` · ${certificate.subject}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
