import { type CalendarYear, WEEKDAYS, WithdrawDay } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import classes from '../establishment/establishment.module.css';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { showSuccess } from '../ui/notices/announcements';
import { TableScroller } from '../ui/page/TableScroller';
import { ReasonDialog } from '../ui/ReasonDialog';
import { DayDialog } from './DayDialog';
import { kindOfDay } from './day-kinds';

type Declared = CalendarYear['days'][number];

const COLUMNS = ['day', 'weekday', 'name', 'kind'] as const;

/** What is declared of the days of a year. */
export function DaysTable({ calendar }: { calendar: CalendarYear }) {
  const { t } = useTranslations('calendar');
  const { year, days } = calendar;
  if (days.length === 0) return <p>{t('calendar.noDays', { year })}</p>;
  return (
    <TableScroller label={t('page.workingCalendar')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`calendar.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {days.map((declared) => (
            <DayRow key={declared.day} year={year} declared={declared} />
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

function DayRow({ year, declared }: { year: number; declared: Declared }) {
  const { t, day, translate } = useTranslations('calendar');
  const on = day(declared.day);
  const weekday = WEEKDAYS[new Date(declared.day).getUTCDay()] ?? 'sunday';
  return (
    <tr>
      <th scope="row">{on}</th>
      <td>{t(`weekday.${weekday}`)}</td>
      <td>{translate(declared.name)}</td>
      <td>{t(`calendar.kinds.${kindOfDay(declared)}`)}</td>
      <td>
        <DialogButton
          label={t('calendar.change')}
          aria-label={`${t('calendar.change')}: ${on}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <DayDialog year={year} declared={declared} onClose={close} />}
        />
        <DialogButton
          label={t('calendar.withdraw')}
          aria-label={`${t('calendar.withdraw')}: ${on}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <WithdrawDialog day={declared.day} onClose={close} />}
        />
      </td>
    </tr>
  );
}

function WithdrawDialog({ day, onClose }: { day: string; onClose: () => void }) {
  const { t, day: written } = useTranslations('calendar');
  const withdraw = useCommand('withdrawDay');
  return (
    <ReasonDialog
      title={t('calendar.withdrawing', { day: written(day) })}
      act={t('calendar.withdraw')}
      schema={WithdrawDay.pick({ reason: true })}
      onAct={async (reason) => {
        await withdraw.mutateAsync({ body: { day, reason } });
        showSuccess(t('calendar.withdrawn'));
      }}
      onClose={onClose}
    >
      {t('calendar.withdrawWhy')}
    </ReasonDialog>
  );
}
