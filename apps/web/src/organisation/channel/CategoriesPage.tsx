import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { PageError } from '../../ui/page/PageError';
import rows from '../../ui/page/rows-page.module.css';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { usePosts } from '../api';
import { useCaseCategories } from './api';
import classes from './categories.module.css';
import { CategoryDialog } from './CategoryDialog';
import { CategoryRow } from './CategoryRow';

/** The kinds of cases with who disposes of them, and from which day on; the administrator adds and changes them. */
export function CategoriesPage() {
  const { t } = useTranslations('channel');
  useTitle(t('page.caseCategories'));
  const { post } = useActing();
  const categories = useCaseCategories();
  const posts = usePosts();
  const error = categories.error ?? posts.error;
  if (error) return <PageError error={error} />;
  if (!categories.data || !posts.data) return <Waiting />;
  const known = posts.data;
  const mayChange = post.roles.includes('administrator');
  return (
    <main className={rows.place}>
      <h1>{t('page.caseCategories')}</h1>
      <p className="soft">{t('categories.why')}</p>
      {mayChange ? (
        <div className={classes.acts}>
          <DialogButton
            label={t('categories.add')}
            dialog={(close) => <CategoryDialog category={null} posts={known} onClose={close} />}
          />
        </div>
      ) : (
        <p className="soft">{t('categories.byAdministrator')}</p>
      )}
      {categories.data.length === 0 ? (
        <p>{t('categories.none')}</p>
      ) : (
        <ul className={rows.rows} aria-label={t('page.caseCategories')}>
          {categories.data.map((category) => (
            <CategoryRow key={category.id} category={category} posts={known} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </main>
  );
}
