import type { ChecklistItem } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { checklistQuery } from './api';
import classes from './ChecklistPage.module.css';

/** Where each is done, or seen and tried. */
const PAGES: Readonly<Partial<Record<ChecklistItem, LinkProps['to']>>> = {
  posts: '/people',
  charges: '/people',
  'number-heads': '/numbers',
  letterhead: '/letterhead',
  'signing-key': '/connections',
  mail: '/connections',
  backup: '/connections',
};

/** What is missing before the first letter can go out: each is seen in what there is, and may be done today or later. */
export function ChecklistPage() {
  const { t, number } = useTranslations('checklist');
  useTitle(t('page.checklist'));
  const { data, error } = useQuery(checklistQuery());
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  const missing = data.items.filter(({ isDone, isNeeded }) => isNeeded && !isDone).length;
  return (
    <main className={rows.place}>
      <h1>{t('page.checklist')}</h1>
      <p className="soft">
        {data.isReady ? t('checklist.ready') : t('checklist.missing', { count: missing, missing: number(missing) })}
      </p>
      <ul className={rows.rows} aria-label={t('page.checklist')}>
        {data.items.map(({ item, isDone, isNeeded }) => {
          const to = PAGES[item];
          return (
            <li key={item} className={rows.row}>
              <span className={classes.state} data-done={isDone} aria-hidden="true">
                {isDone ? '✓' : '○'}
              </span>
              <div className={rows.words}>
                <strong>{t(`checklistItem.${item}`)}</strong>
                <p className={classes.why}>{t(`checklist.why.${item}`)}</p>
              </div>
              <span className={classes.said} data-done={isDone}>
                {t(isDone ? 'checklist.done' : isNeeded ? 'checklist.toDo' : 'checklist.advised')}
              </span>
              {to !== undefined && (
                <Link to={to} aria-label={t('checklist.openOf', { item: t(`checklistItem.${item}`) })}>
                  {t('checklist.open')}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </main>
  );
}
