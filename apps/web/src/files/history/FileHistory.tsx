import { Skeleton, Table } from '@mantine/core';
import type { EventView } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useList } from '../../api/lists/use-list';
import { useEventWords } from '../../language/event-words';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/notices/use-refusal';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import { type EventLine, eventLines } from './event-lines';
import { EventDetails } from './EventDetails';
import { MoreRows } from '../../ui/list/MoreRows';
import { lazyPart } from '../../ui/page/lazy-part';
import { TableScroller } from '../../ui/page/TableScroller';
import page from '../../ui/page/page.module.css';

const WhoSawFile = lazyPart(() => import('../../readings/WhoSaw').then((part) => part.WhoSawFile));

/** What the day brought that somebody had said: done by nobody, in his name. */
const BY_ITSELF: readonly string[] = ['file.parking_ended'];

/** Every event of the file: who, from which post, in which capacity, when, what and why; runs of savings as one line. */
export function FileHistory({ fileId, showsWhoSaw }: { fileId: string; showsWhoSaw: boolean }) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const events = useList('getFileHistory', { params: { fileId } }, { limit: 100 });
  if (events.isPending) return <Skeleton height={240} m={16} />;
  if (events.error) return <p className={page.message}>{sentence(events.error)}</p>;
  return (
    <div className={page.tab}>
      {showsWhoSaw && (
        <Suspense fallback={<Skeleton height={26} width={120} />}>
          <WhoSawFile fileId={fileId} />
        </Suspense>
      )}
      <div className="card">
        <TableScroller label={t('file.tab.history')}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {(['number', 'at', 'what', 'by', 'why', 'details'] as const).map((column) => (
                  <Table.Th key={column}>{t(`history.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {eventLines(events.items).map((line) => (
                <HistoryRow key={line.first} {...line} />
              ))}
            </Table.Tbody>
          </Table>
        </TableScroller>
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

function HistoryRow({ first, last: event }: EventLine) {
  const { t, number } = useTranslations();
  const { eventOf } = useEventWords();
  const run = first === event.sequence ? '' : `${number(first)}–`;
  return (
    <Table.Tr>
      <Table.Td>{run + number(event.sequence)}</Table.Td>
      <Table.Td>
        <Time at={event.at} form="registerTime" />
      </Table.Td>
      <Table.Td>
        {eventOf(event.name)}
        <OtherFile data={event.data} />
      </Table.Td>
      <Table.Td>
        {BY_ITSELF.includes(event.name) && `${t('history.byItself')} `}
        <Actor actor={event.by} />
      </Table.Td>
      <Table.Td>{event.reason}</Table.Td>
      <Table.Td>
        <EventDetails event={event} />
      </Table.Td>
    </Table.Tr>
  );
}
