import { filtersOfSearch } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { FilePreview } from '../files/search/FilePreview';
import { FoundFile } from '../files/search/FileListPage';
import { useTranslations } from '../language/use-translations';
import { ListPage } from '../ui/list/ListPage';
import { type Found, useFound } from './found';
import { HitPreview } from './HitPreview';
import { HitRow } from './HitRow';
import type { Kind } from './narrowing/kinds';
import type { FoundFilters } from './narrowing/filters';
import { LeftOut } from './narrowing/LeftOut';
import { type OfOffice, PostDialog } from './OfOffice';
import { useOpenFound } from './use-open-found';

interface EverythingPageProps {
  q: string;
  /** Of one kind alone, and all of it. */
  kind: Exclude<Kind, 'file'> | undefined;
  filters: FoundFilters;
  /** Above the results: which kinds there are, and to what they are narrowed. */
  above: ReactNode;
}

/** All that these words find and one may read: files first, then what stands in them, then people and posts. */
export function EverythingPage({ q, kind, filters, above }: EverythingPageProps) {
  const { t } = useTranslations('search');
  const rows = useFound(q, kind, filters);
  const [shown, show] = useState<OfOffice | null>(null);
  const open = useOpenFound(show);
  const isNarrowed = filtersOfSearch(filters).length > 0;
  return (
    <>
      <ListPage
        title={t('desk.searchFor', { q })}
        rows={rows}
        empty={t(isNarrowed ? 'search.noneNarrowed' : kind === undefined ? 'search.none' : 'search.noneOfKind')}
        onOpen={open}
        row={(found) => <FoundRow found={found} />}
        preview={(found) =>
          found.kind === 'file' ? (
            <FilePreview key={found.id} row={found.file} />
          ) : (
            <HitPreview key={found.id} hit={found.hit} onOpen={() => open(found)} />
          )
        }
        filters={
          <div>
            {above}
            {kind === undefined && <LeftOut filters={filters} />}
          </div>
        }
        group={kind === undefined ? (found) => t(`search.kind.${found.kind}`) : undefined}
        groupEnd={(found) =>
          found.isMore && (
            <Link to="/search" search={{ q, kind: found.kind, ...filters }}>
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
