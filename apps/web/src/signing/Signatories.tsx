import type { LetterToSignView, Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Time } from '../ui/Time';
import classes from './signing.module.css';
import { useSigningWords } from './use-words';

/** Who signs the letter, in turn, and who has. */
export function Signatories({ signatories }: Pick<Named<LetterToSignView>, 'signatories'>) {
  const { translate } = useTranslations();
  const say = useSigningWords();
  return (
    <ol className={classes.signatories} aria-label={say('signing.signatories')}>
      {signatories.map(({ post, name, at, certificate }) => (
        <li key={post.id}>
          <strong>{translate(name)}</strong>, {translate(post.designation)}{' '}
          <span className="soft small">
            {at === null ? say('signing.waits') : say('signing.hasSigned')} {at !== null && <Time at={at} />}
            {certificate && ` · ${certificate.subject}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
