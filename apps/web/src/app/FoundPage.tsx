import { holdsWork } from '../desk/boxes';
import { SearchPage } from '../files/search/SearchPage';
import { useActing } from '../api/use-session';
import { lazyPart } from '../ui/page/lazy-part';
import { Waiting } from '../ui/page/Waiting';

const AuditedFilesPage = lazyPart(
  () => import('../audit/AuditedFilesPage').then((page) => page.AuditedFilesPage),
  <Waiting />,
);

/** Files that are looked for: an auditor narrows those of his units by more than words. */
export function FoundPage() {
  const { post } = useActing();
  if (!post.roles.includes('auditor') || holdsWork(post)) return <SearchPage />;
  return <AuditedFilesPage />;
}
