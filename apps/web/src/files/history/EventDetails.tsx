import type { EventView, Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useEventWords } from '../../language/event-words';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import classes from '../file.module.css';
import { factsOf } from './facts';

/** The line of the event itself names the other file. */
const OF_THE_OTHER = ['otherFileId', 'otherNumber', 'own'];

/**
 * What else an event recorded, and the hash of what it was about, for the auditor. A draft that had been changed by then is shown
 * beside what it was before.
 */
export function EventDetails({ event }: { event: Pick<Named<EventView>, 'data' | 'contentHash'> }) {
  const words = { ...useTranslations(), ...useEventWords() };
  const { data: posts = [] } = usePosts();
  const own = Object.entries(event.data).filter(([name]) => !OF_THE_OTHER.includes(name));
  const facts = factsOf(Object.fromEntries(own), words, posts);
  const { draftId, draftVersion } = event.data;
  const version = typeof draftVersion === 'number' && draftVersion > 1 ? draftVersion : undefined;
  const hasDraft = typeof draftId === 'string';
  if (facts.length === 0 && !hasDraft && event.contentHash === null) return null;
  return (
    <details className={classes.facts}>
      <summary>{words.t('history.show')}</summary>
      {facts.map(({ label, text }) => (
        <div key={`${label} ${text}`}>{`${label}: ${text}`}</div>
      ))}
      {hasDraft && (
        <Link to="/drafts/$draftId" params={{ draftId }} search={{ version }}>
          {words.factOf('draftId')}
        </Link>
      )}
      {event.contentHash !== null && <div className={classes.hash}>SHA-256 {event.contentHash}</div>}
    </details>
  );
}
