import { addresseeInBrief, type AwaitedReply, type Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useAwaitedReplies } from './api';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';

/** So many are named of each kind; the rest is counted. */
const NAMED = 20;

/** Who has answered the letters of the file, and who is silent; of a day that has passed, a reminder to these is proposed to whoever holds the file. */
export function AwaitedReplies({ fileId, mayDraft }: { fileId: string; mayDraft: boolean }) {
  const { t, day } = useTranslations('outward');
  const { data } = useAwaitedReplies(fileId);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card">
      <h2 className="eyebrow">{t('outward.awaited')}</h2>
      <ul>
        {data.items.map(({ issueId, number, replyBy, overdue, addressees }) => (
          <li key={issueId}>
            <Link to="/issues/$issueId" params={{ issueId }} className="mono">
              {number}
            </Link>{' '}
            · {t('outward.byDay', { day: day(replyBy) })} {overdue && <Pill kind="stamp">{t('outward.overdue')}</Pill>}{' '}
            {overdue && mayDraft && (
              <Link to="/files/$fileId/drafts/new" params={{ fileId }} search={{ reminder: issueId }}>
                {t('outward.draftReminder')}
              </Link>
            )}
            <WhoAnswered fileId={fileId} addressees={addressees} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhoAnswered({ fileId, addressees }: { fileId: string; addressees: Named<AwaitedReply>['addressees'] }) {
  const { t } = useTranslations('outward');
  const silent = addressees.filter(({ answeredAt }) => answeredAt === null);
  const answered = addressees.filter(({ answeredAt }) => answeredAt !== null);
  return (
    <div className="small">
      <div>
        {t('outward.silent', { count: silent.length })}{' '}
        {silent
          .slice(0, NAMED)
          .map(({ addressee }) => addresseeInBrief(addressee))
          .join('; ')}{' '}
        {silent.length > NAMED && t('outward.andMore', { count: silent.length - NAMED })}
      </div>
      {answered.length > 0 && (
        <div className="soft">
          {t('outward.answered', { count: answered.length })}{' '}
          {answered.slice(0, NAMED).map(({ recipient, addressee, answeredAt }) => (
            <span key={recipient}>
              {addresseeInBrief(addressee)}{' '}
              <Link to="/files/$fileId" params={{ fileId }} search={{ page: answeredAt ?? undefined }}>
                C/{answeredAt}
              </Link>{' '}
            </span>
          ))}
          {answered.length > NAMED && t('outward.andMore', { count: answered.length - NAMED })}
        </div>
      )}
    </div>
  );
}
