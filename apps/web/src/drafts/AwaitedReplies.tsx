import { Link } from '@tanstack/react-router';
import { useAwaitedReplies } from './api';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';

/** Whose replies the file awaits; of one whose day has passed, a reminder is proposed to whoever holds the file. */
export function AwaitedReplies({ fileId, mayDraft }: { fileId: string; mayDraft: boolean }) {
  const { t, day } = useTranslations('outward');
  const { data } = useAwaitedReplies(fileId);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card">
      <h2 className="eyebrow">{t('outward.awaited')}</h2>
      <ul>
        {data.items.map(({ issueId, number, addressee, replyBy, overdue }) => (
          <li key={issueId}>
            <Link to="/issues/$issueId" params={{ issueId }} className="mono">
              {number}
            </Link>{' '}
            {addressee} · {t('outward.byDay', { day: day(replyBy) })}{' '}
            {overdue && <Pill kind="stamp">{t('outward.overdue')}</Pill>}{' '}
            {overdue && mayDraft && (
              <Link to="/files/$fileId/drafts/new" params={{ fileId }} search={{ reminder: issueId }}>
                {t('outward.draftReminder')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
