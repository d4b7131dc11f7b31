import type { FileRow, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Rows } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { RecallPills } from '../../movement/taking-back/RecallPills';
import { Post } from '../../organisation/Post';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import type { Selection } from '../../ui/list/selection';
import { FilePreview } from './FilePreview';

interface FileListPageProps<File extends Named<FileRow>> {
  title: string;
  empty: string;
  rows: Rows<File>;
  /** The third line of a row. */
  about: (file: File) => ReactNode;
  /** Beside the number. */
  badges?: (file: File) => ReactNode;
  filters?: ReactNode;
  /** Where several may be selected, and what is shown while some are. */
  selection?: Selection<File>;
  selected?: ReactNode;
}

/** Files wherever they are, each with the desk that it is on now. */
export function FileListPage<File extends Named<FileRow>>({ about, badges, ...list }: FileListPageProps<File>) {
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
          badges={
            <>
              <RecallPills file={file} />
              {badges?.(file)}
            </>
          }
          about={about(file)}
          aside={<Whereabouts file={file} />}
        />
      )}
      preview={(file) => <FilePreview key={file.id} row={file} />}
    />
  );
}

/** Where a file is now: on whose desk and since when, or closed. */
function Whereabouts({ file }: { file: Named<FileRow> }) {
  const { t, dayShort, dateTime } = useTranslations();
  return (
    <>
      {file.holder ? (
        <span>
          {t('desk.nowWith')} <Post post={file.holder} />
        </span>
      ) : (
        <span>{t('fileState.closed')}</span>
      )}
      <time dateTime={file.since} title={dateTime(file.since)}>
        {t('desk.since', { day: dayShort(file.since) })}
      </time>
    </>
  );
}
