import { lackedBy } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { holdsWork } from '../desk/boxes';
import { SearchPage } from '../files/search/SearchPage';
import { useActing } from '../api/use-session';
import { EverythingPage } from '../search/EverythingPage';
import { KindChips } from '../search/KindChips';
import { readKind } from '../search/narrowing/kinds';
import { filtersIn } from '../search/narrowing/filters';
import { NarrowedTo } from '../search/narrowing/NarrowedTo';
import { NothingSuch } from '../search/NothingSuch';
import { KeptSearches } from './KeptSearches';
import { lazyPart } from '../ui/page/lazy-part';
import { Waiting } from '../ui/page/Waiting';

const AuditedFilesPage = lazyPart(
  () => import('../audit/AuditedFilesPage').then((page) => page.AuditedFilesPage),
  <Waiting />,
);

/**
 * What is looked for: files alone without words; else everything. An auditor begins with the files of his units, which he narrows by
 * more than words.
 */
export function FoundPage() {
  const { post } = useActing();
  const address = useSearch({ from: '/office/with-navigation/search' });
  const navigate = useNavigate({ from: '/search' });
  const { q, kind: asked } = address;
  const filters = filtersIn(address);
  const audits = post.roles.includes('auditor') && !holdsWork(post);
  const named = readKind(asked);
  const kind = named ?? (audits || q === undefined ? 'file' : undefined);
  const kinds = q !== undefined && <KindChips q={q} kind={kind} filters={filters} withAll={!audits} />;
  if (audits && kind === 'file') return <AuditedFilesPage kinds={kinds} />;
  const above = (
    <>
      {kinds}
      <NarrowedTo
        kind={kind}
        filters={filters}
        set={(next) => void navigate({ search: { q, kind: named, ...next }, replace: true })}
      >
        <KeptSearches shown={{ q, kind: named, ...filters }} />
      </NarrowedTo>
    </>
  );
  const lacks = kind === undefined ? [] : lackedBy(kind, filters);
  if (kind !== undefined && lacks.length > 0) return <NothingSuch q={q} kind={kind} lacks={lacks} above={above} />;
  if (q !== undefined && kind !== 'file') return <EverythingPage q={q} kind={kind} filters={filters} above={above} />;
  return <SearchPage above={above} />;
}
