import type { PostView, TenureView, UnitView } from '@patravali/contract';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { usePosts } from '../organisation/api';
import { BackupState } from '../organisation/BackupState';
import { DialogButton } from '../ui/DialogButton';
import { PageError } from '../ui/page/PageError';
import { TableScroller } from '../ui/page/TableScroller';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { AbolishUnitDialog } from './AbolishDialog';
import { useTenures, useUnits } from './api';
import classes from './establishment.module.css';
import { PostDialog } from './PostDialog';
import { PostRows } from './PostRows';
import { UnitDialog } from './UnitDialog';

const COLUMNS = ['post', 'roles', 'person', 'capacity', 'from', 'until', 'order'] as const;

/** The units and posts of the office, with who has held each, from when to when and by which order; the administrator keeps them. */
export function PostsPage() {
  const { t } = useTranslations('establishment');
  useTitle(t('people.title'));
  const { post } = useActing();
  const posts = usePosts();
  const units = useUnits();
  const tenures = useTenures();
  const error = posts.error ?? units.error ?? tenures.error;
  if (error) return <PageError error={error} />;
  if (!posts.data || !units.data || !tenures.data) return <Waiting />;
  const mayChange = post.roles.includes('administrator');
  const standing = units.data.filter(({ abolishedAt }) => abolishedAt === null);
  const postsOf = Map.groupBy(posts.data, ({ unitId }) => unitId);
  const tenuresOf = Map.groupBy(tenures.data, ({ postId }) => postId);
  return (
    <main className={classes.place}>
      <h1>{t('people.title')}</h1>
      <p className="soft">{t('people.why')}</p>
      <BackupState />
      {mayChange && (
        <div className={classes.acts}>
          <DialogButton
            label={t('establishment.newUnit')}
            dialog={(close) => <UnitDialog unit={null} units={standing} onClose={close} />}
          />
        </div>
      )}
      <TableScroller label={t('people.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`people.${column}`)}
                </th>
              ))}
              {mayChange && <td />}
            </tr>
          </thead>
          {standing.map((unit) => (
            <UnitRows
              key={unit.id}
              unit={unit}
              units={standing}
              posts={postsOf.get(unit.id) ?? []}
              tenuresOf={tenuresOf}
              mayChange={mayChange}
            />
          ))}
        </table>
      </TableScroller>
    </main>
  );
}

interface UnitRowsProps {
  unit: UnitView;
  units: readonly UnitView[];
  posts: readonly PostView[];
  tenuresOf: ReadonlyMap<string, readonly TenureView[]>;
  mayChange: boolean;
}

function UnitRows({ unit, units, posts, tenuresOf, mayChange }: UnitRowsProps) {
  const { t, translate } = useTranslations('establishment');
  const name = translate(unit.name);
  return (
    <tbody>
      <tr>
        <th colSpan={COLUMNS.length} scope="rowgroup" className={classes.unit}>
          {name}
        </th>
        {mayChange && (
          <td className={classes.unit}>
            <DialogButton
              label={t('establishment.newPost')}
              aria-label={`${t('establishment.newPost')}: ${name}`}
              variant="subtle"
              size="xs"
              dialog={(close) => <PostDialog post={null} unitId={unit.id} units={units} onClose={close} />}
            />
            <DialogButton
              label={t('establishment.change')}
              aria-label={`${t('establishment.change')}: ${name}`}
              variant="subtle"
              size="xs"
              dialog={(close) => <UnitDialog unit={unit} units={units} onClose={close} />}
            />
            {unit.posts === 0 && (
              <DialogButton
                label={t('establishment.abolish')}
                aria-label={`${t('establishment.abolish')}: ${name}`}
                variant="subtle"
                size="xs"
                dialog={(close) => <AbolishUnitDialog unit={{ id: unit.id, name }} onClose={close} />}
              />
            )}
          </td>
        )}
      </tr>
      {posts.map((post) => (
        <PostRows
          key={post.id}
          post={post}
          units={units}
          tenures={tenuresOf.get(post.id) ?? []}
          mayChange={mayChange}
        />
      ))}
    </tbody>
  );
}
