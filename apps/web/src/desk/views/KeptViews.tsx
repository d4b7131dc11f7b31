import type { KeptSearch } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { readInboxFilters } from '../boxes';
import { deskViewsQuery } from './api';
import { linkOfView } from './link-of-view';
import { isSameView } from './same-view';
import classes from './views.module.css';

interface KeptViewsProps {
  /** What is looked at now; of the page of a search, what it searches. */
  search?: KeptSearch;
  /** What is said where there are none. */
  none?: string;
  onChosen: () => void;
}

/** The views of the inbox and the searches that one keeps for this post. */
export function KeptViews({ search, none, onChosen }: KeptViewsProps) {
  const { t } = useTranslations('desk-filter');
  const { data } = useQuery(deskViewsQuery());
  const { pathname, search: address } = useLocation();
  if (!data) return null;
  if (data.items.length === 0) return none === undefined ? null : <p>{none}</p>;
  const inbox = pathname === '/desk/inbox' ? readInboxFilters(address) : null;
  const shown = search ? { search } : inbox;
  return (
    <section aria-labelledby="kept-views">
      <h2 id="kept-views" className="eyebrow">
        {t('views.title')}
      </h2>
      <ul className={classes.views}>
        {data.items.map(({ id, name, filters }) => (
          <li key={id}>
            <Link
              {...linkOfView(filters)}
              activeOptions={{ exact: true, includeSearch: true }}
              data-shown={(shown !== null && isSameView(shown, filters)) || undefined}
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
