import { FileListPage } from '../../files/search/FileListPage';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { useUntilWhen } from '../../movement/parking/use-until-when';
import { Due, Pill } from '../../ui/Badges';
import { useCallBook, useFollowUp, useParked } from '../api';
import { HowItCame } from '../inbox/HowItCame';

/** What this desk has parked: what comes back first stands first. The due day runs on. */
export function ParkedBox() {
  const { t } = useTranslations('boxes');
  return (
    <FileListPage
      title={t('desk.box.parked')}
      empty={t('desk.emptyParked')}
      rows={useParked()}
      How={HowItCame}
      about={useUntilWhen()}
      aside={(file) => <Due dueOn={file.dueOn} />}
    />
  );
}

/** The cases of this desk that cannot move: what is to be reviewed first stands first. */
export function CallBookBox() {
  const { t } = useTranslations('boxes');
  return (
    <FileListPage
      title={t('desk.box.call-book')}
      empty={t('desk.emptyCallBook')}
      rows={useCallBook()}
      How={HowItCame}
      about={useUntilWhen()}
      aside={({ reviewOn }) =>
        reviewOn !== null && reviewOn < today() && <Pill kind="urgent">{t('aside.reviewOverdue')}</Pill>
      }
    />
  );
}

/** What this desk follows wherever it is, and what it wanted to be reminded of. */
export function FollowUpBox() {
  const { t, day } = useTranslations('boxes');
  return (
    <FileListPage
      title={t('desk.box.follow-up')}
      empty={t('desk.emptyFollowUp')}
      rows={useFollowUp()}
      badges={({ following }) => (
        <>
          {following.moved && <Pill kind="accent">{t('aside.moved')}</Pill>}
          {following.remindOn !== null && following.remindOn <= today() && (
            <Pill kind="urgent">{t('aside.remindToday')}</Pill>
          )}
        </>
      )}
      about={({ state, following: { remindOn, reminder } }) =>
        remindOn === null ? t(`fileState.${state}`) : `${day(remindOn)} · ${reminder ?? ''}`
      }
    />
  );
}
