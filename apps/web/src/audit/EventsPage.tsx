import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import type { FoundEvent, Named } from '@patravali/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EventActor } from '../files/history/EventActor';
import { EventDetails } from '../files/history/EventDetails';
import { EVENT_NAMES, useEventWords } from '../language/event-words';
import { isDayRange } from '../language/read-day';
import { useTranslations } from '../language/use-translations';
import { PostPicker } from '../organisation/picker/PostPicker';
import { DayRange } from '../ui/DayRange';
import { MoreRows } from '../ui/list/MoreRows';
import { DataTable } from '../ui/page/DataTable';
import { useTitle } from '../ui/page/use-title';
import { Time } from '../ui/Time';
import { useFoundEvents } from './api';
import classes from './EventsPage.module.css';
import { RefusalLine } from '../ui/notices/RefusalLine';
import type { EventFilters } from './filters';

/** What happens to files and letters. */
const OF_FILES_AND_LETTERS = EVENT_NAMES.filter((name) =>
  /^(file|note|discussion|consultation|receipt|correspondence|draft|dispatch|issue)\./.test(name),
);

/** What happened in the office: by whom, from which post, when, to what. The address says what is looked for. */
export function EventsPage() {
  const { t } = useTranslations('audit');
  useTitle(t('page.auditEvents'));
  const filters = useSearch({ from: '/office/with-navigation/audit/events' });
  return (
    <main className={classes.place}>
      <h1>{t('page.auditEvents')}</h1>
      <p className="soft">{t('audit.onRecord')}</p>
      <EventFilterForm key={JSON.stringify(filters)} filters={filters} />
      <Found filters={filters} />
    </main>
  );
}

function EventFilterForm({ filters }: { filters: EventFilters }) {
  const { t } = useTranslations('audit');
  const navigate = useNavigate({ from: '/audit/events' });
  const [asked, setAsked] = useState<EventFilters>(filters);
  const set = (change: EventFilters) => setAsked((known) => ({ ...known, ...change }));
  const [isEmptyTried, setEmptyTried] = useState(false);
  const { from = '', to = '' } = asked;
  const isNoDay = !isDayRange(from, to);
  return (
    <form
      className={`${classes.asked ?? ''} card not-printed`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNarrowed(asked)) setEmptyTried(true);
        else if (!isNoDay) void navigate({ search: asked });
      }}
    >
      <TextInput
        label={t('audit.person')}
        value={asked.person ?? ''}
        autoFocus
        onChange={(event) => set({ person: event.currentTarget.value || undefined })}
      />
      <PostPicker label={t('audit.post')} value={asked.postId ?? null} onChange={(postId) => set({ postId })} />
      <EventName value={asked.name} onChange={(name) => set({ name })} />
      <TextInput
        label={t('audit.number')}
        value={asked.number ?? ''}
        onChange={(event) => set({ number: event.currentTarget.value || undefined })}
      />
      <DayRange from={from} to={to} onChange={(end, day) => set({ [end]: day || undefined })} />
      <div className={classes.acts}>
        <Button type="submit">{t('audit.search')}</Button>
        {isNarrowed(filters) && (
          <Button variant="default" onClick={() => void navigate({ search: {} })}>
            {t('audit.forget')}
          </Button>
        )}
        <span role="status" className={classes.missing}>
          {isEmptyTried && !isNarrowed(asked) && t('audit.fillOne')}
        </span>
      </div>
    </form>
  );
}

const isNarrowed = (filters: EventFilters) => Object.values(filters).some((value) => value !== undefined);

function EventName({ value, onChange }: { value: string | undefined; onChange: (name: string | undefined) => void }) {
  const { eventOf } = useEventWords();
  const { t } = useTranslations('audit');
  return (
    <NativeSelect
      label={t('audit.event')}
      value={value ?? ''}
      data={[
        { value: '', label: t('audit.any') },
        ...OF_FILES_AND_LETTERS.map((name) => ({ value: name, label: eventOf(name) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

function Found({ filters }: { filters: EventFilters }) {
  const { t } = useTranslations('audit');
  const { eventOf } = useEventWords();
  const isAsked = isNarrowed(filters);
  const events = useFoundEvents(filters, isAsked);
  if (!isAsked) return null;
  if (events.error) return <RefusalLine error={events.error} />;
  if (events.isPending) return <Skeleton height={240} />;
  if (events.items.length === 0) return <p className="soft">{t('audit.noEvents')}</p>;
  return (
    <div className="card">
      <DataTable
        label={t('page.auditEvents')}
        isBusy={events.isFetching}
        items={events.items}
        keyOf={({ id }) => id}
        columns={[
          [t('history.at'), ({ at }) => <Time at={at} form="registerTime" />],
          [t('audit.thing'), (event) => <ThingLink of={event.of} />],
          [t('history.what'), ({ name }) => eventOf(name)],
          [t('history.by'), (event) => <EventActor event={event} />],
          [t('history.why'), ({ reason }) => reason],
          [t('history.details'), (event) => <EventDetails event={event} />],
        ]}
      />
      <MoreRows rows={events} />
    </div>
  );
}

function ThingLink({ of: { kind, id, ...of } }: Pick<Named<FoundEvent>, 'of'>) {
  const { diaryNumber } = useTranslations();
  const number = diaryNumber({ diaryNumber: of.number, diaryNumberHi: of.numberHi });
  return kind === 'file' ? (
    <Link to="/files/$fileId" params={{ fileId: id }} search={{ tab: 'timeline' }} className="mono">
      {number}
    </Link>
  ) : (
    <Link to="/receipts/$receiptId" params={{ receiptId: id }} className="mono">
      {number}
    </Link>
  );
}
