import type { Discussion, Named } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import chips from '../../ui/list/list-page.module.css';
import { ListPage } from '../../ui/list/ListPage';
import { AnswerActs } from './AnswerActs';
import { useDiscussions } from './api';
import { DiscussionNote } from './DiscussionNote';
import { DiscussionReading } from './DiscussionReading';
import { DiscussionRow } from './DiscussionRow';

/** The discussions in which this post took part: those that await its answer, or all. */
export function DiscussionsPage() {
  const { t } = useTranslations();
  const { all = false, note } = useSearch({ from: '/office/with-navigation/desk/discussions' });
  const rows = useDiscussions(all);
  const navigate = useNavigate({ from: '/desk/discussions' });
  const open = (discussion: Named<Discussion>) =>
    void navigate({ search: (shown) => ({ ...shown, note: discussion.id }) });
  if (note !== undefined) return <DiscussionReading id={note} listed={rows.items} all={all} />;
  return (
    <ListPage
      title={t('discussion.title')}
      rows={rows}
      empty={t(all ? 'discussion.none' : 'discussion.noneOpen')}
      onOpen={open}
      row={(discussion) => <DiscussionRow discussion={discussion} />}
      preview={(discussion) => (
        <>
          <AnswerActs key={discussion.id} discussion={discussion} />
          <DiscussionNote discussion={discussion} />
        </>
      )}
      filters={
        <div className={chips.choices} role="group" aria-label={t('desk.filters')}>
          {([undefined, true] as const).map((whole) => (
            <button
              key={String(whole)}
              type="button"
              className={chips.chip}
              aria-pressed={all === (whole ?? false)}
              onClick={() => void navigate({ search: { all: whole }, replace: true })}
            >
              {t(whole ? 'discussion.all' : 'discussion.open')}
            </button>
          ))}
        </div>
      }
      previewKeys={{ y: t('discussion.confirm'), o: t('discussion.doubt') }}
    />
  );
}
