import { Skeleton, TextInput } from '@mantine/core';
import { type FileView, type Named, type TimelineLine, USUAL_GAP } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useList } from '../../api/lists/use-list';
import { daysBetween, today } from '../../language/dates';
import { useEventWords } from '../../language/event-words';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import { Time } from '../../ui/Time';
import { DataTable } from '../../ui/page/DataTable';
import page from '../../ui/page/page.module.css';
import { MoreRows } from '../../ui/list/MoreRows';
import list from '../../ui/list/list-page.module.css';
import { useSentence } from '../../ui/notices/use-refusal';
import { useFileLosses } from '../api';
import { EventActor } from '../history/EventActor';
import { EventDetails } from '../history/EventDetails';
import { AsItStood } from './AsItStood';
import { LineMarks } from './LineMarks';
import { LogLosses } from './LogLosses';
import classes from './Timeline.module.css';
import { VerifyFile } from './VerifyFile';

const LONGEST_GAP = 9999;

/** The life of a file for whoever audits it: its events, its letters and its movements on one line, with what to look at. */
export function Timeline({ file }: { file: Named<FileView> }) {
  const { t, number } = useTranslations('timeline');
  const sentence = useSentence();
  const [typed, setTyped] = useState(String(USUAL_GAP));
  const [marked, setMarked] = useState(false);
  const lines = useList('listTimeline', {
    params: { fileId: file.id },
    query: { gap: gapOf(typed), ...(marked ? { marked } : {}) },
  });
  const losses = useFileLosses(file.id);
  const error = lines.error ?? losses.error;
  if (error) return <p className={page.message}>{sentence(error)}</p>;
  return (
    <div className={page.tab}>
      <VerifyFile fileId={file.id} />
      <AsItStood fileId={file.id} />
      <div className="card">
        <div className={`${classes.tools ?? ''} not-printed`}>
          <TextInput
            label={t('timeline.gap')}
            size="xs"
            type="number"
            min={1}
            max={LONGEST_GAP}
            data-letters="latin"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="button" className={list.chip} aria-pressed={marked} onClick={() => setMarked(!marked)}>
            {t('timeline.onlyMarked')}
          </button>
        </div>
        {losses.data && <LogLosses losses={losses.data.items} of="file" />}
        {lines.isPending || losses.isPending ? (
          <Skeleton height={240} />
        ) : (
          <DataTable
            label={t('file.tab.timeline')}
            isBusy={lines.isFetching}
            items={lines.items}
            keyOf={({ sequence }) => sequence}
            rowClass={({ marks }) => (marks.length > 0 ? classes.marked : undefined)}
            columns={[
              [t('history.number'), ({ sequence }) => number(sequence)],
              [t('history.at'), ({ at }) => <Time at={at} form="registerTime" />],
              [t('timeline.what'), (line) => <What line={line} />],
              [t('timeline.where'), ({ movement }) => movement && <Way movement={movement} />],
              [t('history.by'), (line) => <EventActor event={line} />],
              [t('history.why'), ({ reason }) => reason],
              [t('history.details'), (line) => <EventDetails event={line} />],
            ]}
          />
        )}
        {!lines.isPending && lines.items.length === 0 && <p className="soft">{t('timeline.none')}</p>}
        {lines.hasMore ? <MoreRows rows={lines} /> : <Now file={file} />}
      </div>
    </div>
  );
}

/** In days; what is no number of days is the usual one. */
function gapOf(typed: string): number {
  const days = Number(typed);
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_GAP ? days : USUAL_GAP;
}

function What({ line }: { line: Named<TimelineLine> }) {
  const { t, diaryNumber } = useTranslations();
  const { eventOf } = useEventWords();
  return (
    <>
      {line.name === 'file.carried' ? t('movement.carried') : eventOf(line.name)}{' '}
      {line.receipt && (
        <Link to="/receipts/$receiptId" params={{ receiptId: line.receipt.id }} className="mono">
          {diaryNumber(line.receipt)}
        </Link>
      )}
      <LineMarks line={line} />
    </>
  );
}

/** From which desk to which, and for how long it had been there. */
function Way({ movement }: { movement: NonNullable<Named<TimelineLine>['movement']> }) {
  const { t } = useTranslations('timeline');
  const { from, to, daysThere, keptDays } = movement;
  const days = [
    ...(daysThere === null ? [] : [t('timeline.days', { count: daysThere })]),
    ...(keptDays === null ? [] : [t('timeline.kept', { count: keptDays })]),
  ];
  return (
    <>
      {from ? <Post post={from} /> : '—'} → {to ? <Post post={to} /> : '—'}
      {days.length > 0 && <div className="soft small">{days.join(' · ')}</div>}
    </>
  );
}

/** Where it is now, at the end of the line. */
function Now({ file }: { file: Named<FileView> }) {
  const { t, day, marking } = useTranslations('timeline');
  if (file.holder === null) return null;
  const count = daysBetween(file.since, today());
  return <p className="soft">{t('timeline.now', { post: marking(file.holder), day: day(file.since), count })}</p>;
}
