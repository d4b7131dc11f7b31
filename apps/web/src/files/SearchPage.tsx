import { FILE_STATES, type FileRow } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFindFiles } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import classes from '../ui/list/ListPage.module.css';
import { Whereabouts } from '../desk/FileBoxes';
import { FilePreview } from './FilePreview';
import { Row } from '../ui/list/Row';
import { RowList } from '../ui/list/RowList';
import { useChosen } from '../ui/list/use-chosen';

/** Files by number, computer number or words of the subject; without words all that one may read. */
export function SearchPage() {
  const { t } = useTranslations();
  const search = useSearch({ from: '/office/with-navigation/search' });
  const rows = useFindFiles(search);
  const [chosen, choose] = useChosen(rows.items);
  const navigate = useNavigate({ from: '/search' });
  const open = (file: FileRow) => void navigate({ to: '/files/$fileId', params: { fileId: file.id }, search: {} });
  const title = search.q === undefined ? t('desk.searchTitle') : t('desk.searchFor', { q: search.q });
  return (
    <main className={classes.desk}>
      <RowList
        title={title}
        rows={rows}
        empty={t('desk.emptySearch')}
        keyOf={(file) => file.id}
        chosen={chosen}
        onChoose={choose}
        onOpen={open}
        head={
          <div className={classes.chips} role="group" aria-label={t('desk.filters')}>
            <span className={classes.title}>{title}</span>
            {([undefined, ...FILE_STATES] as const).map((state) => (
              <button
                key={state ?? 'any'}
                type="button"
                className={classes.chip}
                aria-pressed={search.state === state}
                onClick={() => void navigate({ search: { ...search, state }, replace: true })}
              >
                {state ? t(`fileState.${state}`) : t('desk.anyState')}
              </button>
            ))}
          </div>
        }
        row={(file) => (
          <Row
            number={file.number}
            subject={file.subject}
            urgency={file.urgency}
            grading={file.grading}
            about={t('desk.computerNumber', { n: String(file.computerNumber) })}
            aside={<Whereabouts file={file} />}
          />
        )}
      />
      <FilePreview file={chosen} />
    </main>
  );
}
