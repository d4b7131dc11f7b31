import { useList, WHOLE } from '../api/lists/use-list';
import classes from '../establishment/establishment.module.css';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { TableScroller } from '../ui/page/TableScroller';
import { StartDialog } from './StartDialog';

const COLUMNS = ['template', 'form'] as const;

/** The series of letters that begin from a template with numbers of its own; nothing where there is none. */
export function SeriesTable({ unit }: { unit: { readonly id: string; readonly name: string } }) {
  const { t, translate } = useTranslations('numbers');
  const { items } = useList('listDraftTemplates', { query: { inUse: true } }, WHOLE);
  const ofTemplates = items.flatMap(({ id, name, series }) =>
    series === null ? [] : [{ id, name: translate(name), series }],
  );
  if (ofTemplates.length === 0) return null;
  return (
    <>
      <h2>{t('numbers.series')}</h2>
      <TableScroller label={t('numbers.series')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`numbers.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {ofTemplates.map(({ id, name, series }) => {
              const printsUnit = series.includes('{unit}');
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="mono">{series}</td>
                  <td>
                    <DialogButton
                      label={t('numbers.start')}
                      aria-label={`${t('numbers.start')}: ${name}`}
                      variant="subtle"
                      size="xs"
                      dialog={(close) => (
                        <StartDialog
                          kind="issue"
                          name={printsUnit ? `${name}, ${unit.name}` : name}
                          unitId={printsUnit ? unit.id : null}
                          headId={null}
                          templateId={id}
                          onClose={close}
                        />
                      )}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroller>
    </>
  );
}
