import type { Discussion, Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { PageError } from '../../ui/page/PageError';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { OwnRefusal } from '../../ui/notices/use-refusal';
import { AnswerActs } from './AnswerActs';
import { useDiscussion } from './api';
import { DiscussionNote } from './DiscussionNote';
import classes from './discussions.module.css';

interface DiscussionReadingProps {
  id: string;
  listed: readonly Named<Discussion>[];
  /** Which list leads back. */
  all: boolean;
}

/** One discussion with the page to itself: read first, and answered below. */
export function DiscussionReading({ id, listed, all }: DiscussionReadingProps) {
  const { t } = useTranslations();
  const { discussion, isPending, error } = useDiscussion(id, listed);
  useTitle(discussion?.fileNumber ?? t('discussion.title'));
  if (isPending) return <Waiting />;
  if (!discussion) return <PageError error={error ?? new OwnRefusal(t('discussion.unknown'))} />;
  return (
    <main className={classes.reading}>
      <p>
        <Link to="/desk/discussions" search={{ all: all ? true : undefined }}>
          ← {t('discussion.title')}
        </Link>
      </p>
      <h1 className="mono">{discussion.fileNumber}</h1>
      <DiscussionNote discussion={discussion} />
      <AnswerActs key={id} discussion={discussion} />
    </main>
  );
}
