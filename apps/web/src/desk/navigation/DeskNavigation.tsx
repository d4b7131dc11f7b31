import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { useDesk } from '../api';
import { Count } from './Count';
import classes from './DeskNavigation.module.css';
import { NewEntry } from './NewEntry';
import { usePlaces } from './use-places';

/** What may be begun here, and the places of this post with how much waits in each. */
export function DeskNavigation() {
  const { t } = useTranslations();
  const { data: counts } = useDesk();
  const { places, shown } = usePlaces();
  const entries = places
    .map((place) => ({ place, waiting: counts ? place.count(counts) : 0 }))
    .filter(({ place, waiting }) => place.onlyFilled !== true || waiting > 0 || place === shown);
  return (
    <nav className={`${classes.navigation ?? ''} not-printed`} aria-label={t('desk.navigation')}>
      <NewEntry />
      <ul>
        {entries.map(({ place, waiting }) => (
          <li key={place.label}>
            <Link
              {...place.tabs[0].link}
              activeOptions={{ includeSearch: false }}
              aria-current={place === shown ? 'true' : undefined}
            >
              <span>{t(place.label)}</span>
              <Count of={waiting} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
