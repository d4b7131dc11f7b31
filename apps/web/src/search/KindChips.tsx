import { SOUGHT_KINDS } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import classes from '../ui/list/list-page.module.css';
import type { Kind } from './narrowing/kinds';
import type { FoundFilters } from './narrowing/filters';

interface KindChipsProps {
  q: string;
  kind: Kind | undefined;
  filters: FoundFilters;
  /** Whether all kinds are shown together too. */
  withAll: boolean;
}

/** Above the results: of which kind they are; the address says it. */
export function KindChips({ q, kind: chosen, filters, withAll }: KindChipsProps) {
  const { t } = useTranslations('search');
  const navigate = useNavigate();
  return (
    <div className={`${classes.chips ?? ''} not-printed`} role="group" aria-label={t('search.kinds')}>
      {[...(withAll ? [undefined] : []), ...SOUGHT_KINDS].map((kind) => (
        <button
          key={kind ?? 'all'}
          type="button"
          className={classes.chip}
          aria-pressed={kind === chosen}
          onClick={() => void navigate({ to: '/search', search: { q, kind, ...filters }, replace: true })}
        >
          {t(kind ? `search.kind.${kind}` : 'search.all')}
        </button>
      ))}
    </div>
  );
}
