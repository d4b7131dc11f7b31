import { FILE_STATES } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import classes from '../../ui/list/list-page.module.css';
import { useFindFiles } from '../api';
import { FileListPage } from './FileListPage';

/** Files by number, computer number or words of the subject; without words all that one may read. */
export function SearchPage() {
  const { t } = useTranslations();
  const { q, state: inState } = useSearch({ from: '/office/with-navigation/search' });
  const rows = useFindFiles({ q, state: inState });
  const navigate = useNavigate({ from: '/search' });
  const title = q === undefined ? t('desk.searchTitle') : t('desk.searchFor', { q });
  return (
    <FileListPage
      title={title}
      rows={rows}
      empty={t('desk.emptySearch')}
      about={(file) => t('desk.computerNumber', { n: String(file.computerNumber) })}
      filters={
        <div className={classes.chips} role="group" aria-label={t('desk.filters')}>
          <span className={classes.title}>{title}</span>
          {([undefined, ...FILE_STATES] as const).map((state) => (
            <button
              key={state ?? 'any'}
              type="button"
              className={classes.chip}
              aria-pressed={inState === state}
              onClick={() => void navigate({ search: { q, state }, replace: true })}
            >
              {state ? t(`fileState.${state}`) : t('desk.anyState')}
            </button>
          ))}
        </div>
      }
    />
  );
}
