import type { FileRow, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Rows } from '../../api/lists/use-list';
import { FileListPage } from '../../files/search/FileListPage';
import { FilePreview } from '../../files/search/FilePreview';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { useUntilWhen } from '../../movement/parking/use-until-when';
import { Due, Pill } from '../../ui/Badges';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { useCallBook, useFollowUp, useParked } from '../api';
import { HowItCame } from '../inbox/HowItCame';

/** What this desk has parked: what comes back first stands first. The due day runs on. */
export function ParkedBox() {
  const { t } = useTranslations();
  return (
    <ParkingBox
      title={t('desk.box.parked')}
      empty={t('desk.emptyParked')}
      rows={useParked()}
      aside={(file) => <Due dueOn={file.dueOn} />}
    />
  );
}

/** The cases of this desk that cannot move: what is to be reviewed first stands first. */
export function CallBookBox() {
  const { t } = useTranslations();
  return (
    <ParkingBox
      title={t('desk.box.call-book')}
      empty={t('desk.emptyCallBook')}
      rows={useCallBook()}
      aside={({ reviewOn }) =>
        reviewOn !== null && reviewOn < today() && <Pill kind="urgent">{t('aside.reviewOverdue')}</Pill>
      }
    />
  );
}

interface ParkingBoxProps {
  title: string;
  empty: string;
  rows: Rows<Named<FileRow>>;
  aside: (file: Named<FileRow>) => ReactNode;
}

/** Files that are set aside on this desk, each with until when. */
function ParkingBox({ aside, ...list }: ParkingBoxProps) {
  const untilWhen = useUntilWhen();
  const navigate = useNavigate();
  return (
    <ListPage
      {...list}
      onOpen={(file) => void navigate({ to: '/files/$fileId', params: { fileId: file.id } })}
      row={(file) => (
        <Row
          number={file.number}
          subject={file.subject}
          urgency={file.urgency}
          grading={file.grading}
          badges={<HowItCame file={file} />}
          about={untilWhen(file)}
          aside={aside(file)}
        />
      )}
      preview={(file) => <FilePreview key={file.id} row={file} />}
    />
  );
}

/** What this desk follows wherever it is, and what it wanted to be reminded of. */
export function FollowUpBox() {
  const { t, day } = useTranslations();
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
