import { Button } from '@mantine/core';
import type { CalendarYear } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import classes from '../establishment/establishment.module.css';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { calendarOf } from '../ui/days/calendar';
import { DialogButton } from '../ui/DialogButton';
import { PageError } from '../ui/page/PageError';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { DayDialog } from './DayDialog';
import { DaysTable } from './DaysTable';
import { DeclareDialog } from './DeclareDialog';
import { ListDialog } from './ListDialog';
import { shapeOf } from './week-shapes';
import { WeekDialog } from './WeekDialog';

/** On which days the office works in a year; the administrator says so, all at once or one day at a day's notice. */
export function CalendarPage() {
  const { t } = useTranslations('calendar');
  useTitle(t('page.workingCalendar'));
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const { data, error } = useQuery(calendarOf(year));
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  return (
    <main className={classes.place}>
      <h1>{t('page.workingCalendar')}</h1>
      <p className="soft">{t('calendar.why')}</p>
      <Week calendar={data} />
      <div className={classes.acts}>
        <Button variant="default" size="xs" onClick={() => setYear(year - 1)}>
          {year - 1}
        </Button>
        <strong>{year}</strong>
        <Button variant="default" size="xs" onClick={() => setYear(year + 1)}>
          {year + 1}
        </Button>
      </div>
      <ActsOnYear calendar={data} />
      <DaysTable calendar={data} />
    </main>
  );
}

function Week({ calendar }: { calendar: CalendarYear }) {
  const { t } = useTranslations('calendar');
  const shape = shapeOf(calendar.restDays);
  return (
    <div className={classes.acts}>
      <span>{t('calendar.week', { shape: t(shape ? `calendar.shape.${shape}` : 'calendar.shape.other') })}</span>
      <DialogButton
        label={t('calendar.changeWeek')}
        variant="default"
        size="xs"
        dialog={(close) => <WeekDialog shape={shape} onClose={close} />}
      />
    </div>
  );
}

function ActsOnYear({ calendar: { year, nationalHolidays: missing } }: { calendar: CalendarYear }) {
  const { t, translate, day: written } = useTranslations('calendar');
  return (
    <div className={classes.acts}>
      <DialogButton
        label={t('calendar.declare')}
        dialog={(close) => <DayDialog year={year} declared={null} onClose={close} />}
      />
      {missing.length > 0 && (
        <DialogButton
          label={t('calendar.national')}
          variant="default"
          dialog={(close) => (
            <DeclareDialog
              title={t('calendar.national')}
              year={year}
              days={missing}
              sentence={missing.map(({ day, name }) => `${written(day)}: ${translate(name)}`).join('; ')}
              onClose={close}
            />
          )}
        />
      )}
      <DialogButton
        label={t('calendar.list')}
        variant="default"
        dialog={(close) => <ListDialog year={year} onClose={close} />}
      />
    </div>
  );
}
