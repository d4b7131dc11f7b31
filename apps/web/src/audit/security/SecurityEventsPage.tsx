import { Button, Skeleton } from '@mantine/core';
import { type Query, SECURITY_EVENT_KINDS, type SecurityEvent } from '@patravali/contract';
import { useSearch } from '@tanstack/react-router';
import { call } from '../../api/call';
import { useList } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { MoreRows } from '../../ui/list/MoreRows';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { DataTable } from '../../ui/page/DataTable';
import { useTitle } from '../../ui/page/use-title';
import { Time } from '../../ui/Time';
import { useDownload } from '../../ui/use-download';
import classes from '../EventsPage.module.css';
import { detailsOf } from './details-of';
import { SecurityFilterForm } from './SecurityFilterForm';

/** Who signed in and failed to, from where, and what was refused to whom. The address says what is looked for. */
export function SecurityEventsPage() {
  const { t } = useTranslations('security-events');
  useTitle(t('page.securityEvents'));
  const filters = useSearch({ from: '/office/with-navigation/security-events' });
  const asked = { ...filters, kind: SECURITY_EVENT_KINDS.find((kind) => kind === filters.kind) };
  return (
    <main className={classes.place}>
      <h1>{t('page.securityEvents')}</h1>
      <p className="soft">{t('securityLog.why')}</p>
      <SecurityFilterForm key={JSON.stringify(filters)} filters={filters}>
        <ExportButton query={asked} />
      </SecurityFilterForm>
      <Found query={asked} />
    </main>
  );
}

/** That the events were taken out is itself one of them. */
function ExportButton({ query }: { query: Query<'exportSecurityEvents'> }) {
  const { t } = useTranslations('security-events');
  const { isWorking, download } = useDownload();
  return (
    <Button
      variant="default"
      loading={isWorking}
      onClick={() => download('security-events.jsonl', () => call('exportSecurityEvents', { query }))}
    >
      {t('securityLog.export')}
    </Button>
  );
}

function Found({ query }: { query: Query<'exportSecurityEvents'> }) {
  const { t } = useTranslations('security-events');
  const { t: said } = useTranslations();
  const events = useList('listSecurityEvents', { query });
  if (events.error) return <RefusalLine error={events.error} />;
  if (events.isPending) return <Skeleton height={240} />;
  if (events.items.length === 0) return <p className="soft">{t('securityLog.none')}</p>;
  return (
    <div className="card">
      <DataTable
        label={t('page.securityEvents')}
        isBusy={events.isFetching}
        items={events.items}
        keyOf={({ id }) => id}
        columns={[
          [said('history.at'), ({ at }) => <Time at={at} form="registerTime" />],
          [said('history.what'), ({ kind }) => t(`securityEvent.${kind}`)],
          [t('securityLog.person'), (event) => <Who event={event} />],
          [t('securityLog.post'), ({ post }) => <span className="mono one-line">{post}</span>],
          [t('securityLog.address'), ({ address }) => <span className="mono one-line">{address}</span>],
          [said('history.details'), (event) => <Details event={event} />],
        ]}
      />
      <MoreRows rows={events} />
    </div>
  );
}

/** Nobody has a name that was only typed. */
function Who({ event: { name, username } }: { event: SecurityEvent }) {
  const { t, translate } = useTranslations('security-events');
  if (username === null) return null;
  return (
    <>
      {name ? translate(name) : t('securityLog.nobody')} <span className="mono soft small">{username}</span>
    </>
  );
}

function Details({ event }: { event: SecurityEvent }) {
  const { t } = useTranslations('security-events');
  const details = detailsOf(event);
  if (!details) return null;
  return 'sentence' in details ? t(details.sentence) : <span className="mono soft small">{details.asItIs}</span>;
}
