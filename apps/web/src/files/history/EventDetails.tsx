import type { EventView } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from '../page/file.module.css';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What else an event recorded, and the hash of what it was about; keys as the record has them, for the auditor. */
export function EventDetails({ event }: { event: EventView }) {
  const { t } = useTranslations();
  const facts = Object.entries(event.data).flatMap(([name, value]) => {
    const text = factOf(value);
    return text === null ? [] : [`${name}: ${text}`];
  });
  if (facts.length === 0 && event.contentHash === null) return null;
  return (
    <details className={classes.facts}>
      <summary>{t('history.show')}</summary>
      {facts.map((fact) => (
        <div key={fact}>{fact}</div>
      ))}
      {event.contentHash !== null && <div className={classes.hash}>SHA-256 {event.contentHash}</div>}
    </details>
  );
}

/** Ids tell a reader nothing; what is empty is left out. */
function factOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' || UUID.test(value) ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}
