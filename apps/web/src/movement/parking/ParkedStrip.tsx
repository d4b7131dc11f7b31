import type { FileView, Named } from '@patravali/contract';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import classes from './parking.module.css';
import { useUntilWhen } from './use-until-when';

/** A strip below the head: that the file is set aside, until when and why; and the last reminder to its holder. */
export function ParkedStrip({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations('aside');
  const untilWhen = useUntilWhen();
  const { parking, lastReminder, following } = file;
  return (
    <>
      {parking && (
        <p className={classes.strip}>
          <strong>{t(`fileState.${file.state}`)}</strong>
          {file.state === 'in_call_book' && <WhatIs word="callBook" />} · {untilWhen(file)}
          {parking.cause && ` · ${t(`callBookCause.${parking.cause}`)}`}
          {parking.remarks !== null && ` · ${parking.remarks}`}
          <span className="soft small">
            {' '}
            · <Actor actor={parking.by} /> · <Time at={parking.at} />
          </span>
        </p>
      )}
      {lastReminder && (
        <p className={classes.strip} data-kind="reminder">
          <strong>{t('aside.reminder', { count: file.reminders })}</strong>
          {lastReminder.words !== null && ` · ${lastReminder.words}`}
          <span className="soft small">
            {' '}
            · <Actor actor={lastReminder.by} /> · <Time at={lastReminder.at} />
          </span>
        </p>
      )}
      {following?.reminder && (
        <p className={classes.strip}>
          <strong>{t('aside.myReminder')}</strong> · <OnDay day={following.remindOn} /> · {following.reminder}
        </p>
      )}
    </>
  );
}

function OnDay({ day: on }: { day: string | null }) {
  const { day } = useTranslations();
  return on === null ? null : <>{day(on)}</>;
}
