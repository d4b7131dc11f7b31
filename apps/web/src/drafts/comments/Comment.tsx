import type { DraftComment, Named, Passage } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Pill } from '../../ui/Badges';
import { Time } from '../../ui/Time';
import { showSuccess } from '../../ui/notices/announcements';
import { ActButton } from '../../ui/ActButton';
import classes from './comments.module.css';
import { showPassage } from './marked-passage';

interface CommentProps {
  comment: Named<DraftComment>;
  /** Where its passage stands now; null where it has none, or where it is gone; left out where the text is not beside it. */
  place?: Passage | null;
  onAnswer?: () => void;
  /** Shows the passage in the text. */
  onShow?: (passage: Passage) => void;
}

/** What somebody said of a passage, on which version, for whom, and what was answered. */
export function Comment({ comment, place, onAnswer, onShow = showPassage }: CommentProps) {
  const { t, marking } = useTranslations('draft-comments');
  const resolve = useCommand('resolveDraftComment');
  const { passage, by, at, draftVersion, readers, words, answers, resolved, mayAnswer, mayResolve } = comment;
  const done = () =>
    resolve.mutateAsync({ params: { commentId: comment.id } }).then(() => showSuccess(t('comments.resolved')));
  return (
    <li className={classes.comment}>
      {place && (
        <button type="button" className={classes.quote} title={t('comments.show')} onClick={() => onShow(place)}>
          <q>{place.quote}</q>
        </button>
      )}
      {passage && place === undefined && (
        <p className={classes.gone}>
          <q>{passage.quote}</q>
        </p>
      )}
      {passage && place === null && (
        <p className={classes.gone}>
          <Pill kind="stamp">{t('comments.gone')}</Pill> <q>{passage.quote}</q>
        </p>
      )}
      <p className={classes.words}>{words}</p>
      <p className="soft small">
        <Actor actor={by} />, <Time at={at} /> · {t('draft.version', { version: draftVersion })}
        {readers && ` · ${t('comments.only', { posts: readers.map(marking).join(', ') })}`}
      </p>
      {answers.length > 0 && (
        <ul className={classes.answers}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <p className={classes.words}>{answer.words}</p>
              <p className="soft small">
                <Actor actor={answer.by} />, <Time at={answer.at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {resolved && (
        <p className="soft small">
          {t('comments.resolvedBy')} <Actor actor={resolved.by} />, <Time at={resolved.at} />
        </p>
      )}
      {mayAnswer && onAnswer && (
        <Button variant="subtle" size="compact-xs" onClick={onAnswer}>
          {t('comments.answer')}
        </Button>
      )}
      {mayResolve && <ActButton label={t('comments.resolve')} variant="subtle" size="compact-xs" act={done} />}
    </li>
  );
}
