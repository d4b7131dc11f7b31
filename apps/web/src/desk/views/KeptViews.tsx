import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { areSame, readInboxFilters } from '../boxes';
import { deskViewsQuery } from './api';
import classes from './views.module.css';

/** The views of the inbox that one keeps for this post. */
export function KeptViews({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslations('desk-filter');
  const { data } = useQuery(deskViewsQuery());
  const { pathname, search } = useLocation();
  if (!data || data.items.length === 0) return null;
  const shown = pathname === '/desk/inbox' ? readInboxFilters(search) : null;
  return (
    <section aria-labelledby="kept-views">
      <h2 id="kept-views" className="eyebrow">
        {t('views.title')}
      </h2>
      <ul className={classes.views}>
        {data.items.map(({ id, name, filters }) => (
          <li key={id}>
            <Link
              to="/desk/$box"
              params={{ box: 'inbox' }}
              search={readInboxFilters(filters)}
              activeOptions={{ exact: true, includeSearch: true }}
              data-shown={(shown !== null && areSame(shown, filters)) || undefined}
              onClick={onChosen}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
