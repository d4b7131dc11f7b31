import type { FileRow, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { RecallPills } from '../../movement/taking-back/RecallPills';
import { Post } from '../../organisation/Post';
import { ListPage, type ListPageProps } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { FilePreview } from './FilePreview';

interface FileListPageProps<File> extends Omit<ListPageProps<File>, 'onOpen' | 'row' | 'preview'> {
  /** The third line of a row. */
  about: (file: File) => ReactNode;
  /** Beside the number: how the file came to where it is. */
  How?: ComponentType<{ file: Named<FileRow> }>;
  /** Beside that. */
  badges?: (file: File) => ReactNode;
  /** The right edge, where it does not say where the file is now. */
  aside?: (file: File) => ReactNode;
}

/** Files wherever they are, each with the desk that it is on now. */
export function FileListPage<File extends Named<FileRow>>(props: FileListPageProps<File>) {
  const { about, badges, How = RecallPills, aside, ...list } = props;
  const navigate = useNavigate();
  return (
    <ListPage
      {...list}
      onOpen={(file) => void navigate({ to: '/files/$fileId', params: { fileId: file.id } })}
      row={(file) => (
        <FoundFile
          file={file}
          badges={
            <>
              <How file={file} />
              {badges?.(file)}
            </>
          }
          about={about(file)}
          {...(aside && { aside: aside(file) })}
        />
      )}
      preview={(file) => <FilePreview key={file.id} row={file} />}
    />
  );
}

interface FoundFileProps {
  file: Named<FileRow>;
  about: ReactNode;
  badges?: ReactNode;
  aside?: ReactNode;
}

/** A file in a list; on the right where it is now, unless something else is said there. */
export function FoundFile({ file, aside = <Whereabouts file={file} />, ...row }: FoundFileProps) {
  return <Row of={file} aside={aside} {...row} />;
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
