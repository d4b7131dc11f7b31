import type { FileRow } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Rows, useClosed, useCreated, useSent } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import { Post } from '../organisation/Post';
import { Time } from '../ui/Time';
import classes from '../ui/list/ListPage.module.css';
import { FilePreview } from '../files/FilePreview';
import { Row } from '../ui/list/Row';
import { RowList } from '../ui/list/RowList';
import { useChosen } from '../ui/list/use-chosen';

/** Where a file is now: on whose desk and since when, or closed. */
export function Whereabouts({ file }: { file: FileRow }) {
  const { t } = useTranslations();
  return (
    <>
      {file.holder ? (
        <span>
          {t('desk.nowWith')} <Post post={file.holder} />
        </span>
      ) : (
        <span>{t('fileState.closed')}</span>
      )}
      <span>
        {t('desk.since')} <Time at={file.since} form="dayShort" />
      </span>
    </>
  );
}

interface BoxProps {
  title: string;
  empty: string;
  rows: Rows<FileRow>;
  about: (file: FileRow) => ReactNode;
}

function FileBox({ title, empty, rows, about }: BoxProps) {
  const [chosen, choose] = useChosen(rows.items);
  const navigate = useNavigate();
  return (
    <main className={classes.desk}>
      <RowList
        title={title}
        rows={rows}
        empty={empty}
        keyOf={(file) => file.id}
        chosen={chosen}
        onChoose={choose}
        onOpen={(file) => void navigate({ to: '/files/$fileId', params: { fileId: file.id } })}
        head={
          <div className={classes.chips}>
            <span className={classes.title}>{title}</span>
          </div>
        }
        row={(file) => (
          <Row
            number={file.number}
            subject={file.subject}
            urgency={file.urgency}
            grading={file.grading}
            about={about(file)}
            aside={<Whereabouts file={file} />}
          />
        )}
      />
      <FilePreview file={chosen} />
    </main>
  );
}

/** What this desk sent, where each file is now, and whether it has been opened there. */
export function SentBox() {
  const { t } = useTranslations();
  return (
    <FileBox
      title={t('desk.box.sent')}
      empty={t('desk.emptySent')}
      rows={useSent()}
      about={(file) =>
        [file.action && t(`action.${file.action}`), file.unread ? t('desk.notYetOpened') : t('desk.opened')]
          .filter(Boolean)
          .join(' · ')
      }
    />
  );
}

export function CreatedBox() {
  const { t } = useTranslations();
  return (
    <FileBox
      title={t('desk.box.created')}
      empty={t('desk.emptyCreated')}
      rows={useCreated()}
      about={(file) => t(`fileState.${file.state}`)}
    />
  );
}

export function ClosedBox() {
  const { t } = useTranslations();
  return (
    <FileBox
      title={t('desk.box.closed')}
      empty={t('desk.emptyClosed')}
      rows={useClosed()}
      about={(file) => t(`fileState.${file.state}`)}
    />
  );
}
