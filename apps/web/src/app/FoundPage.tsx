import { useSearch } from '@tanstack/react-router';
import { holdsWork } from '../desk/boxes';
import { SearchPage } from '../files/search/SearchPage';
import { useActing } from '../api/use-session';
import { EverythingPage } from '../search/EverythingPage';
import { filtersIn } from '../search/filters';
import { KindChips } from '../search/KindChips';
import { readKind } from '../search/kinds';
import { lazyPart } from '../ui/page/lazy-part';
import { Waiting } from '../ui/page/Waiting';

const AuditedFilesPage = lazyPart(
  () => import('../audit/AuditedFilesPage').then((page) => page.AuditedFilesPage),
  <Waiting />,
);

/**
 * What is looked for: files alone without words, or where it is narrowed as only files are; else everything. An auditor begins
 * with the files of his units, which he narrows by more than words.
 */
export function FoundPage() {
  const { post } = useActing();
  const address = useSearch({ from: '/office/with-navigation/search' });
  const { q, kind: asked, state } = address;
  const filters = filtersIn(address);
  const audits = post.roles.includes('auditor') && !holdsWork(post);
  const kind = readKind(asked) ?? (audits || q === undefined || state !== undefined ? 'file' : undefined);
  const kinds = q !== undefined && <KindChips q={q} kind={kind} filters={filters} withAll={!audits} />;
  if (q !== undefined && kind !== 'file') return <EverythingPage q={q} kind={kind} filters={filters} kinds={kinds} />;
  return audits ? <AuditedFilesPage kinds={kinds} /> : <SearchPage kinds={kinds} />;
}
