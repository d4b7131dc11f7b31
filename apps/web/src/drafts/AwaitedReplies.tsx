import { Link } from '@tanstack/react-router';
import { useAwaitedReplies } from './api';
import { useOutwardWords } from '../organisation/use-outward-words';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';

/** Whose replies the file awaits; of one whose day has passed, a reminder is proposed to whoever holds the file. */
export function AwaitedReplies({ fileId, mayDraft }: { fileId: string; mayDraft: boolean }) {
  const { day } = useTranslations();
  const say = useOutwardWords();
  const { data } = useAwaitedReplies(fileId);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card">
      <h2 className="eyebrow">{say('outward.awaited')}</h2>
      <ul>
        {data.items.map(({ issueId, number, addressee, replyBy, overdue }) => (
          <li key={issueId}>
            <Link to="/issues/$issueId" params={{ issueId }} className="mono">
              {number}
            </Link>{' '}
            {addressee} · {say('outward.byDay', { day: day(replyBy) })}{' '}
            {overdue && <Pill kind="stamp">{say('outward.overdue')}</Pill>}{' '}
            {overdue && mayDraft && (
              <Link to="/files/$fileId/drafts/new" params={{ fileId }} search={{ reminder: issueId }}>
                {say('outward.draftReminder')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
