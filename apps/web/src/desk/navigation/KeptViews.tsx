import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { areSame, readInboxFilters } from '../boxes';
import { deskViewsQuery } from '../views/api';
import classes from './DeskNavigation.module.css';

/** The views that one keeps for this post, below the inbox. */
export function KeptViews() {
  const { data } = useQuery(deskViewsQuery());
  const { pathname, search } = useLocation();
  if (!data || data.items.length === 0) return null;
  const shown = pathname === '/desk/inbox' ? readInboxFilters(search) : null;
  return (
    <ul className={classes.views}>
      {data.items.map(({ id, name, filters }) => (
        <li key={id}>
          <Link
            to="/desk/$box"
            params={{ box: 'inbox' }}
            search={readInboxFilters(filters)}
            activeOptions={{ exact: true, includeSearch: true }}
            data-shown={(shown !== null && areSame(shown, filters)) || undefined}
          >
            <span>{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
