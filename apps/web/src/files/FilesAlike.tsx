import { useDebouncedValue } from '@mantine/hooks';
import { FileToOpen } from '@patravali/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryOf } from '../api/query-of';
import { useTranslations } from '../language/use-translations';
import classes from './NewFile.module.css';

const TYPING_PAUSE_MS = 400;

interface FilesAlikeProps {
  subject: string;
  /** The head under which the file is to be opened, once it is chosen. */
  headId: string;
}

/** Says, while a subject is typed, which files about the same there are already. Whoever opens the file decides. */
export function FilesAlike({ subject, headId }: FilesAlikeProps) {
  const { t, marking } = useTranslations('files-alike');
  const [typed] = useDebouncedValue(subject, TYPING_PAUSE_MS);
  const query = FileToOpen.safeParse({ subject: typed, ...(headId !== '' && { headId }) });
  const { data } = useQuery({
    ...queryOf('findFilesAlike', { query: query.data ?? { subject: '' } }, { staleTime: 0 }),
    enabled: query.success,
    placeholderData: keepPreviousData,
  });
  const found = query.success ? (data?.items ?? []) : [];
  return (
    <div role="status" className={found.length > 0 ? classes.alike : undefined}>
      {found.length > 0 && (
        <>
          <strong>{t('filesAlike.there')}</strong>
          <ul>
            {found.map((file) => (
              <li key={file.id}>
                <Link
                  to="/files/$fileId"
                  params={{ fileId: file.id }}
                  // The tab takes the acting post along.
                  target="_blank"
                  rel="opener"
                  aria-label={t('filesAlike.open', { number: file.number })}
                  className="mono"
                >
                  {file.number}
                </Link>{' '}
                {file.subject}
                <div className="soft small">
                  {[
                    file.holder ? t('file.with', { post: marking(file.holder) }) : t('fileState.closed'),
                    ...(file.sameHead ? [t('filesAlike.sameHead')] : []),
                  ].join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
