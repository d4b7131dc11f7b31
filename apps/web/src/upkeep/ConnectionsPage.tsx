import { Button } from '@mantine/core';
import { type ConnectionTested, type ConnectionView, TESTED_CONNECTIONS } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../api/query-of';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { useRefusal } from '../ui/notices/use-refusal';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import classes from './ChecklistPage.module.css';
import { SettingActs } from './settings/SettingActs';

/** What the office is connected with, where each setting comes from, and whether it works. */
export function ConnectionsPage() {
  const { t } = useTranslations('connections');
  useTitle(t('page.connections'));
  const { data, error } = useQuery(queryOf('listConnections', {}));
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  return (
    <main className={rows.place}>
      <h1>{t('page.connections')}</h1>
      <p className="soft">{t('connections.why')}</p>
      <ul className={rows.rows} aria-label={t('page.connections')}>
        {data.items.map((one) => (
          <ConnectionRow key={one.connection} of={one} />
        ))}
      </ul>
    </main>
  );
}

/** Who has said it. */
const SET_BY = { server: 'connections.fixed', page: 'connections.set' } as const;

type Tested = (typeof TESTED_CONNECTIONS)[number];
const testedOf = (name: ConnectionView['connection']): Tested | undefined =>
  TESTED_CONNECTIONS.find((each) => each === name);

function ConnectionRow({ of }: { of: ConnectionView }) {
  const { connection, isSet, place, settings, setBy, values, isClosed } = of;
  const { t } = useTranslations('connections', 'facts');
  const name = t(`connection.${connection}`);
  const tested = testedOf(connection);
  return (
    <li className={rows.row}>
      <span className={classes.state} data-done={isSet} aria-hidden="true">
        {isSet ? '✓' : '○'}
      </span>
      <div className={rows.words}>
        <strong>{name}</strong>
        {place !== null && <span className="soft"> · {place}</span>}
        <p className={classes.why}>{t(`connections.why.${connection}`)}</p>
        {setBy === 'server' && (
          <p className={classes.why}>{t('connections.settings', { settings: settings.join(', ') })}</p>
        )}
        {values.trial === 'true' && <p className={classes.why}>{t('connections.isTrialKey')}</p>}
        {isClosed && <p role="note">{t('connections.closed')}</p>}
        <SettingActs of={of} />
        {tested && isSet && <Test connection={tested} name={name} />}
      </div>
      <span className={classes.said} data-done={isSet}>
        {t(isSet ? SET_BY[setBy ?? 'server'] : 'connections.notSet')}
      </span>
    </li>
  );
}

function Test({ connection, name }: { connection: Tested; name: string }) {
  const { t } = useTranslations('connections');
  const test = useCommand('testConnection');
  const refuse = useRefusal();
  const [said, setSaid] = useState<ConnectionTested | null>(null);
  return (
    <div>
      <Button
        variant="default"
        size="xs"
        loading={test.isPending}
        aria-label={`${t(`connections.test.${connection}`)}: ${name}`}
        onClick={() => test.mutate({ body: { connection } }, { onSuccess: setSaid, onError: refuse })}
      >
        {t(`connections.test.${connection}`)}
      </Button>
      <p role="status" className={classes.why}>
        {said && <Outcome said={said} />}
      </p>
    </div>
  );
}

function Outcome({ said: { works, outcome, detail, at } }: { said: ConnectionTested }) {
  const { t, dateTime } = useTranslations('connections');
  const sentence = t(`connectionOutcome.${outcome}`, { detail: detail ?? '', at: at === null ? '' : dateTime(at) });
  return works ? <>{sentence}</> : <strong>{sentence}</strong>;
}
