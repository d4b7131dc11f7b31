import type { OpenSession } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { PageError } from '../ui/page/PageError';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { Time } from '../ui/Time';
import { ActButton } from '../ui/ActButton';
import { sessionsQuery } from './api';
import { deviceName } from './device-name';
import rows from '../ui/page/rows-page.module.css';
import classes from './SessionsPage.module.css';

/** Where one is signed in, with which browser; any of it can be ended from here. */
export function SessionsPage() {
  const { t } = useTranslations('sessions');
  useTitle(t('session.sessions'));
  const { data, error } = useQuery(sessionsQuery());
  const endOthers = useCommand('endOtherSessions');
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  return (
    <main className={rows.place}>
      <h1>{t('session.sessions')}</h1>
      <p className="soft">{t('session.sessionsWhy')}</p>
      <ul className={rows.rows}>
        {data.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {data.items.length > 1 && (
        <ActButton
          label={t('session.endOthers')}
          variant="default"
          act={() => endOthers.mutateAsync({}).then(() => showSuccess(t('session.othersEnded')))}
        />
      )}
    </main>
  );
}

function SessionRow({ session }: { session: OpenSession }) {
  const { t } = useTranslations('sessions');
  const end = useCommand('endSession');
  const name = session.device === null ? t('session.unknownDevice') : deviceName(session.device);
  return (
    <li className={rows.row}>
      <div>
        <strong>{name}</strong> {session.current && <span className={classes.here}>{t('session.thisOne')}</span>}
        <div className="soft small">
          {session.address !== null && <span className="mono">{session.address} · </span>}
          {t('session.since')} <Time at={session.startedAt} /> · {t('session.lastUsed')}{' '}
          <Time at={session.lastUsedAt} />
        </div>
      </div>
      {!session.current && (
        <ActButton
          label={t('session.end')}
          aria-label={t('session.endThat', { name })}
          variant="subtle"
          size="xs"
          act={() => end.mutateAsync({ params: { sessionId: session.id } })}
        />
      )}
    </li>
  );
}
