import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { MOST_DRAWN, type Named, type Sample } from '@patravali/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../language/dates';
import { readDay } from '../language/read-day';
import { useTranslations } from '../language/use-translations';
import { usePosts } from '../organisation/api';
import { Post } from '../organisation/Post';
import { DayField } from '../ui/DayField';
import { DataTable } from '../ui/page/DataTable';
import { useTitle } from '../ui/page/use-title';
import { useSample } from './api';
import classes from './EventsPage.module.css';
import { RefusalLine } from '../ui/notices/RefusalLine';
import type { SampleFilters } from './filters';

const USUAL_SIZE = 20;

/** Files to inspect, drawn by a seed; the address says all of the draw, so that anybody who audits can repeat it. */
export function SamplePage() {
  const { t } = useTranslations('audit');
  useTitle(t('page.auditSample'));
  const filters = useSearch({ from: '/office/with-navigation/audit/sample' });
  return (
    <main className={classes.place}>
      <h1>{t('page.auditSample')}</h1>
      <p className="soft">{t('audit.sampleWhy')}</p>
      <SampleForm key={JSON.stringify(filters)} filters={filters} />
      <Drawn filters={filters} />
    </main>
  );
}

function SampleForm({ filters }: { filters: SampleFilters }) {
  const { t, translate } = useTranslations('audit');
  const navigate = useNavigate({ from: '/audit/sample' });
  const { data: posts = [] } = usePosts();
  const [seed, setSeed] = useState(filters.seed ?? '');
  const [size, setSize] = useState(String(filters.size ?? USUAL_SIZE));
  const [day, setDay] = useState(filters.day ?? today());
  const [unitId, setUnit] = useState(filters.unitId ?? '');
  const wanted = Number(size);
  const isWhole = Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_DRAWN;
  const [tried, setTried] = useState(false);
  const incomplete = seed.trim() === '' || !isWhole || readDay(day) !== day;
  const units = new Map(posts.map((post) => [post.unitId, translate(post.unit)]));
  return (
    <form
      className={`${classes.asked ?? ''} card not-printed`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!incomplete)
          void navigate({ search: { seed: seed.trim(), size: wanted, day, unitId: unitId || undefined } });
      }}
    >
      <TextInput
        label={t('audit.seed')}
        value={seed}
        error={tried && seed.trim() === '' && t('audit.seedMissing')}
        autoFocus
        data-letters="latin"
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <TextInput
        label={t('audit.size')}
        type="number"
        min={1}
        max={MOST_DRAWN}
        data-letters="latin"
        value={size}
        error={!isWhole && t('audit.sizeWrong', { most: MOST_DRAWN })}
        onChange={(event) => setSize(event.currentTarget.value)}
      />
      <DayField
        label={t('audit.drawDay')}
        value={day}
        error={tried && day === '' && t('page.dayUnread')}
        onChange={setDay}
      />
      <NativeSelect
        label={t('audit.unit')}
        value={unitId}
        data={[{ value: '', label: t('desk.anyUnit') }, ...[...units].map(([value, label]) => ({ value, label }))]}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button type="submit">{t('audit.draw')}</Button>
      </div>
    </form>
  );
}

function Drawn({ filters }: { filters: SampleFilters }) {
  const sample = useSample(filters);
  if (filters.seed === undefined || filters.day === undefined) return null;
  if (sample.error) return <RefusalLine error={sample.error} />;
  return sample.data ? <Sampled sample={sample.data} unitId={filters.unitId} /> : <Skeleton height={240} />;
}

function Sampled({ sample, unitId }: { sample: Named<Sample>; unitId: string | undefined }) {
  const { t, translate, registerDay, number } = useTranslations('audit');
  const { data: posts = [] } = usePosts();
  const unit = posts.find((post) => post.unitId === unitId)?.unit;
  return (
    <div className="card">
      <p role="status">
        {t('audit.drawn', {
          count: sample.items.length,
          among: number(sample.among),
          seed: sample.seed,
          day: registerDay(sample.day),
        })}{' '}
        {unit && `${t('audit.unit')}: ${translate(unit)}`}
      </p>
      <DataTable
        label={t('page.auditSample')}
        items={sample.items}
        keyOf={({ id }) => id}
        columns={[
          [t('history.number'), (_, index) => number(index + 1)],
          [
            t('details.number'),
            (file) => (
              <Link to="/files/$fileId" params={{ fileId: file.id }} search={{ tab: 'timeline' }} className="mono">
                {file.number}
              </Link>
            ),
          ],
          [t('audit.subject'), ({ subject }) => subject],
          [t('audit.unit'), (file) => translate(file.unit.name)],
          [t('audit.openedOn'), ({ openedAt }) => registerDay(openedAt)],
          [t('audit.with'), ({ holder }) => (holder ? <Post post={holder} /> : t('fileState.closed'))],
        ]}
      />
      <p className="soft small">{t('audit.howDrawn')}</p>
      <Button className="not-printed" size="compact-sm" variant="default" onClick={() => window.print()}>
        {t('registers.print')}
      </Button>
    </div>
  );
}
