import type { KeptHead } from '@patravali/contract';
import classes from '../establishment/establishment.module.css';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { MoreRows } from '../ui/list/MoreRows';
import { PageError } from '../ui/page/PageError';
import { TableScroller } from '../ui/page/TableScroller';
import { AheadCells } from './AheadCells';
import { useKeptHeads } from './api';
import { HeadDialog } from './HeadDialog';
import { StartDialog } from './StartDialog';

interface HeadsTableProps {
  /** Whose next numbers these are. */
  unit: { readonly id: string; readonly name: string };
  /** How file numbers are made. */
  form: string;
}

const COLUMNS = ['code', 'headTitle', 'last', 'next'] as const;

/** The heads under which files are numbered, and the next file number of each. */
export function HeadsTable({ unit, form }: HeadsTableProps) {
  const { t } = useTranslations('numbers');
  const heads = useKeptHeads(unit.id);
  if (heads.error) return <PageError error={heads.error} />;
  return (
    <>
      <h2>{t('numbers.heads')}</h2>
      <div className={classes.acts}>
        <DialogButton
          label={t('numbers.newHead')}
          dialog={(close) => <HeadDialog head={null} hasParts={!form.includes('{head}')} onClose={close} />}
        />
      </div>
      {heads.items.length === 0 && !heads.isPending ? (
        <p>{t('numbers.noHeads')}</p>
      ) : (
        <TableScroller label={t('numbers.heads')}>
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
              {heads.items.map((head) => (
                <HeadRow key={head.id} head={head} unit={unit} />
              ))}
            </tbody>
          </table>
        </TableScroller>
      )}
      <MoreRows rows={heads} />
    </>
  );
}

function HeadRow({ head, unit }: { head: KeptHead; unit: HeadsTableProps['unit'] }) {
  const { t, translate, day } = useTranslations('numbers');
  const { code, basicHi, tertiary, title, retiredAt, ahead } = head;
  return (
    <tr>
      <th scope="row">
        <span className="mono">{code}</span>
        {tertiary !== null && <span className="soft"> {tertiary}</span>}
        {basicHi !== null && <span className="soft"> · {basicHi}</span>}
      </th>
      <td>
        {translate(title)}
        {retiredAt !== null && <div className="soft small">{t('numbers.retiredSince', { day: day(retiredAt) })}</div>}
      </td>
      <AheadCells ahead={ahead} otherwise={t('numbers.noForm')} />
      <td>
        <DialogButton
          label={t('numbers.change')}
          aria-label={`${t('numbers.change')}: ${code}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <HeadDialog head={head} hasParts={head.primary !== null} onClose={close} />}
        />
        {ahead && (
          <DialogButton
            label={t('numbers.start')}
            aria-label={`${t('numbers.start')}: ${code}`}
            variant="subtle"
            size="xs"
            dialog={(close) => (
              <StartDialog
                kind="file"
                name={`${code}, ${unit.name}`}
                unitId={unit.id}
                headId={head.id}
                onClose={close}
              />
            )}
          />
        )}
      </td>
    </tr>
  );
}
