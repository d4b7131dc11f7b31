import type { NumberSchemeView } from '@patravali/contract';
import classes from '../establishment/establishment.module.css';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { TableScroller } from '../ui/page/TableScroller';
import { AheadCells } from './AheadCells';
import { SchemeDialog } from './SchemeDialog';
import { StartDialog } from './StartDialog';

interface SchemesTableProps {
  schemes: readonly NumberSchemeView[];
  /** Whose next numbers these are. */
  unit: { readonly id: string; readonly name: string };
}

const COLUMNS = ['kind', 'form', 'year', 'last', 'next'] as const;

/** How the numbers of each kind are made, and the next one. */
export function SchemesTable({ schemes, unit }: SchemesTableProps) {
  const { t } = useTranslations('numbers');
  return (
    <>
      <h2>{t('numbers.schemes')}</h2>
      <TableScroller label={t('numbers.schemes')}>
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
            {schemes.map((scheme) => (
              <SchemeRow key={scheme.kind} scheme={scheme} unit={unit} />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </>
  );
}

function SchemeRow({ scheme, unit }: { scheme: NumberSchemeView; unit: SchemesTableProps['unit'] }) {
  const { t } = useTranslations('numbers');
  const { kind, template, period, ahead } = scheme;
  const name = t(`numberKind.${kind}`);
  const printsUnit = template.includes('{unit}');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="mono">{template}</td>
      <td>{t(`numberYear.${period}`)}</td>
      <AheadCells ahead={ahead} otherwise={t('numbers.byHead')} />
      <td>
        <DialogButton
          label={t('numbers.change')}
          aria-label={`${t('numbers.change')}: ${name}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <SchemeDialog scheme={scheme} onClose={close} />}
        />
        {ahead && (
          <DialogButton
            label={t('numbers.start')}
            aria-label={`${t('numbers.start')}: ${name}`}
            variant="subtle"
            size="xs"
            dialog={(close) => (
              <StartDialog
                kind={kind}
                name={printsUnit ? `${name}, ${unit.name}` : name}
                unitId={printsUnit ? unit.id : null}
                headId={null}
                onClose={close}
              />
            )}
          />
        )}
      </td>
    </tr>
  );
}
