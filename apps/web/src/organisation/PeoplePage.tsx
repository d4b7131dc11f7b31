import type { PostView, TenureView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { wholeList } from '../api/lists/whole-list';
import { useTranslations } from '../language/use-translations';
import { PageError } from '../ui/page/PageError';
import { useTitle } from '../ui/page/use-title';
import { TableScroller } from '../ui/page/TableScroller';
import { Waiting } from '../ui/page/Waiting';
import { usePosts } from './api';
import { BackupState } from './BackupState';
import classes from './PeoplePage.module.css';

/** The posts of the office by unit, with who has held each, from when to when and by which order. Only to be read. */
export function PeoplePage() {
  const { t, translate } = useTranslations();
  useTitle(t('people.title'));
  const posts = usePosts();
  const tenures = useQuery({
    queryKey: keyOf('listTenures'),
    queryFn: ({ signal }) => wholeList((query) => call('listTenures', { query }, { signal })),
  });
  const error = posts.error ?? tenures.error;
  if (error) return <PageError error={error} />;
  if (!posts.data || !tenures.data) return <Waiting />;
  const tenuresOf = Map.groupBy(tenures.data, ({ postId }) => postId);
  return (
    <main className={classes.place}>
      <h1>{t('people.title')}</h1>
      <p className="soft">{t('people.why')}</p>
      <BackupState />
      <TableScroller label={t('people.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {(['post', 'roles', 'person', 'capacity', 'from', 'until', 'order'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`people.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {[...Map.groupBy(posts.data, ({ unitId }) => unitId)].map(([unitId, [first, ...others]]) => (
            <tbody key={unitId}>
              <tr>
                <th colSpan={7} scope="rowgroup" className={classes.unit}>
                  {first && translate(first.unit)}
                </th>
              </tr>
              {[first, ...others].map(
                (post) => post && <PostRows key={post.id} post={post} tenures={tenuresOf.get(post.id) ?? []} />,
              )}
            </tbody>
          ))}
        </table>
      </TableScroller>
    </main>
  );
}

function PostRows({ post, tenures }: { post: PostView; tenures: readonly TenureView[] }) {
  const { t, translate, day, marking } = useTranslations();
  const rows = tenures.length === 0 ? [undefined] : tenures;
  return rows.map((tenure, index) => (
    <tr key={tenure?.id ?? ''}>
      {index === 0 && (
        <>
          <th scope="row" rowSpan={rows.length}>
            <span className="mono">{marking(post)}</span> {translate(post.designation)}
          </th>
          <td rowSpan={rows.length}>{post.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
        </>
      )}
      {tenure ? (
        <>
          <td>
            {translate(tenure.person)} <span className="soft small">{tenure.username}</span>
          </td>
          <td>{t(`capacity.${tenure.kind}`)}</td>
          <td>{day(tenure.fromOn)}</td>
          <td>{tenure.untilOn === null ? '—' : day(tenure.untilOn)}</td>
          <td>{tenure.orderReference ?? '—'}</td>
        </>
      ) : (
        <td colSpan={5}>{t('page.vacant')}</td>
      )}
    </tr>
  ));
}
