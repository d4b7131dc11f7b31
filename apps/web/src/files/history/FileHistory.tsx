import { Skeleton } from '@mantine/core';
import type { EventView } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { useEventWords } from '../../language/event-words';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/notices/use-refusal';
import { Time } from '../../ui/Time';
import { eventLines } from './event-lines';
import { EventActor } from './EventActor';
import { EventDetails } from './EventDetails';
import { MoreRows } from '../../ui/list/MoreRows';
import { lazyPart } from '../../ui/page/lazy-part';
import { DataTable } from '../../ui/page/DataTable';
import page from '../../ui/page/page.module.css';

const WhoSawFile = lazyPart(
  () => import('../../readings/WhoSaw').then((part) => part.WhoSawFile),
  <Skeleton height={26} width={120} />,
);

/** What the day brought that somebody had said: done by nobody, in his name. */
const BY_ITSELF: readonly string[] = ['file.parking_ended'];

/** Every event of the file: who, from which post, in which capacity, when, what and why; runs of savings as one line. */
export function FileHistory({ fileId, showsWhoSaw }: { fileId: string; showsWhoSaw: boolean }) {
  const { t, number } = useTranslations();
  const { eventOf } = useEventWords();
  const sentence = useSentence();
  const events = useList('getFileHistory', { params: { fileId } }, { limit: 100 });
  if (events.isPending) return <Skeleton height={240} m={16} />;
  if (events.error) return <p className={page.message}>{sentence(events.error)}</p>;
  return (
    <div className={page.tab}>
      {showsWhoSaw && <WhoSawFile fileId={fileId} />}
      <div className="card">
        <DataTable
          label={t('file.tab.history')}
          items={eventLines(events.items)}
          keyOf={({ first }) => first}
          columns={[
            [
              t('history.number'),
              ({ first, last: { sequence } }) => (first === sequence ? '' : `${number(first)}–`) + number(sequence),
            ],
            [t('history.at'), ({ last }) => <Time at={last.at} form="registerTime" />],
            [
              t('history.what'),
              ({ last: { name, data } }) => (
                <>
                  {eventOf(name)}
                  <OtherFile data={data} />
                </>
              ),
            ],
            [
              t('history.by'),
              ({ last }) => (
                <>
                  {BY_ITSELF.includes(last.name) && `${t('history.byItself')} `}
                  <EventActor event={last} />
                </>
              ),
            ],
            [t('history.why'), ({ last }) => last.reason],
            [t('history.details'), ({ last }) => <EventDetails event={last} />],
          ]}
        />
        <MoreRows rows={events} />
      </div>
    </div>
  );
}

/** The other file of an event of two: this one went to it, or it came to this one. */
function OtherFile({ data: { otherFileId, otherNumber, own } }: { data: EventView['data'] }) {
  if (typeof otherFileId !== 'string' || typeof otherNumber !== 'string') return null;
  return (
    <>
      {own === true ? ' → ' : ' ← '}
      <Link to="/files/$fileId" params={{ fileId: otherFileId }} className="mono">
        {otherNumber}
      </Link>
    </>
  );
}
