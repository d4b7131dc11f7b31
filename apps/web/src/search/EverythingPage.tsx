import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { FilePreview } from '../files/search/FilePreview';
import { FoundFile } from '../files/search/FileListPage';
import { useTranslations } from '../language/use-translations';
import { ListPage } from '../ui/list/ListPage';
import { type Found, useFound } from './found';
import { HitPreview } from './HitPreview';
import { HitRow } from './HitRow';
import type { Kind } from './kinds';
import { type OfOffice, PostDialog } from './OfOffice';
import { useOpenFound } from './use-open-found';

interface EverythingPageProps {
  q: string;
  /** Of one kind alone, and all of it. */
  kind: Exclude<Kind, 'file'> | undefined;
  /** Above the results: which kinds there are. */
  kinds: ReactNode;
}

/** All that these words find and one may read: files first, then what stands in them, then people and posts. */
export function EverythingPage({ q, kind, kinds }: EverythingPageProps) {
  const { t } = useTranslations('search');
  const rows = useFound(q, kind);
  const [shown, show] = useState<OfOffice | null>(null);
  const open = useOpenFound(show);
  return (
    <>
      <ListPage
        title={t('desk.searchFor', { q })}
        rows={rows}
        empty={t(kind === undefined ? 'search.none' : 'search.noneOfKind')}
        onOpen={open}
        row={(found) => <FoundRow found={found} />}
        preview={(found) =>
          found.kind === 'file' ? (
            <FilePreview key={found.id} row={found.file} />
          ) : (
            <HitPreview key={found.id} hit={found.hit} onOpen={() => open(found)} />
          )
        }
        filters={kinds}
        group={kind === undefined ? (found) => t(`search.kind.${found.kind}`) : undefined}
        groupEnd={(found) =>
          found.isMore && (
            <Link to="/search" search={{ q, kind: found.kind }}>
              {t('search.more', { kind: t(`search.kind.${found.kind}`) })}
            </Link>
          )
        }
      />
      {shown && <PostDialog of={shown} onClose={() => show(null)} />}
    </>
  );
}

function FoundRow({ found }: { found: Found }) {
  const { t } = useTranslations();
  if (found.kind !== 'file') return <HitRow hit={found.hit} />;
  const { file } = found;
  return <FoundFile file={file} about={t('desk.computerNumber', { n: String(file.computerNumber) })} />;
}
