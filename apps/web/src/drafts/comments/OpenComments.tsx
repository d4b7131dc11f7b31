import type { DraftComment, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from './comments.module.css';

/** What is still to be done about a letter, in the words of those who asked for it; nothing where nothing is. */
export function OpenComments({ comments }: { comments: readonly Named<DraftComment>[] }) {
  const { t, marking } = useTranslations('draft-comments');
  if (comments.length === 0) return null;
  return (
    <section className={classes.open} aria-label={t('comments.open', { count: comments.length })}>
      <strong>{t('comments.open', { count: comments.length })}</strong>
      <ul className={classes.list}>
        {comments.map(({ id, passage, words, by }) => (
          <li key={id} className={classes.comment}>
            {passage && (
              <p className={classes.gone}>
                <q>{passage.quote}</q>
              </p>
            )}
            <p className={classes.words}>{words}</p>
            <p className="soft small">{marking(by.post)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
