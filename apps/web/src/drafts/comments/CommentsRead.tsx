import { useTranslations } from '../../language/use-translations';
import { useWholeList } from '../../api/lists/use-whole-list';
import { useDraftComments } from './api';
import { Comment } from './Comment';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import classes from './comments.module.css';

/** What was said about the draft of a letter, for those who sign it and may not read its file; nothing where nothing was said. */
export function CommentsRead({ draftId }: { draftId: string }) {
  const { t } = useTranslations('draft-comments');
  const { items, error } = useWholeList(useDraftComments(draftId));
  if (error) return <RefusalLine error={error} />;
  if (items.length === 0) return null;
  return (
    <section className="card" aria-label={t('comments.title')}>
      <h2 className="eyebrow">{t('comments.title')}</h2>
      <ul className={classes.list}>
        {items.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ul>
    </section>
  );
}
