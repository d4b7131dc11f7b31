import {
  type DraftComment,
  type DraftContent,
  type DraftView,
  findPassage,
  type Named,
  type Passage,
} from '@patravali/contract';
import { Button, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useWholeList } from '../../api/lists/use-whole-list';
import { Kbd } from '../../ui/keyboard/Kbd';
import { AnswerDialog } from './AnswerDialog';
import { useDraftComments } from './api';
import { Comment } from './Comment';
import classes from './comments.module.css';
import { hidePassage } from './marked-passage';
import { isOpen } from './open-comments';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { NewComment } from './NewComment';

interface CommentsProps {
  draft: Named<DraftView>;
  /** The letter as it is being typed. */
  content: DraftContent;
  saveDraft: () => Promise<Named<DraftView>>;
  /** A comment is being written, on what was marked when it was begun. */
  writing: { marked: Passage | null } | null;
  onWrite: () => void;
  onWritten: () => void;
  /** Shows a passage where the letter stands beside as a page. */
  onShow?: ((passage: Passage) => void) | undefined;
}

/** What was said about the draft: first what is still to be done, then what is resolved. */
export function Comments({ draft, content, saveDraft, writing, onWrite, onWritten, onShow }: CommentsProps) {
  const { t } = useTranslations('draft-comments');
  const { items, isPending, error } = useWholeList(useDraftComments(draft.id));
  const [answering, setAnswering] = useState<string | null>(null);
  // What was shown in the text is marked as long as the comments are looked at.
  useEffect(() => hidePassage, []);
  const listed = (comments: readonly Named<DraftComment>[]) => (
    <ul className={classes.list}>
      {comments.map((comment) => (
        <Comment
          key={comment.id}
          comment={comment}
          place={placeOf(comment, content)}
          onAnswer={() => setAnswering(comment.id)}
          {...(onShow && { onShow })}
        />
      ))}
    </ul>
  );
  const resolved = items.filter((comment) => comment.resolved !== null);
  return (
    <section className={classes.pane} aria-label={t('comments.title')}>
      {draft.mayComment && (
        // The mouse leaves what is marked as it is.
        <Button
          size="xs"
          variant="default"
          rightSection={<Kbd keys="alt+M" />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onWrite}
        >
          {t('comments.new')}
        </Button>
      )}
      {isPending && <Skeleton height={80} />}
      <RefusalLine error={error} />
      {!isPending && items.length === 0 && <p className="soft">{t('comments.none')}</p>}
      {listed(items.filter(isOpen))}
      {resolved.length > 0 && (
        <details>
          <summary>{t('comments.resolvedOnes', { count: resolved.length })}</summary>
          {listed(resolved)}
        </details>
      )}
      {writing && <NewComment draft={draft} saveDraft={saveDraft} content={content} {...writing} onClose={onWritten} />}
      {answering !== null && <AnswerDialog commentId={answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}

function placeOf({ passage }: Named<DraftComment>, content: DraftContent) {
  const occurrence = passage && findPassage(content, passage);
  return passage && occurrence !== null ? { ...passage, occurrence } : null;
}
