import type { UrgencyLabel } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import classes from '../establishment/establishment.module.css';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { PageError } from '../ui/page/PageError';
import { TableScroller } from '../ui/page/TableScroller';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { UrgencyDialog } from './UrgencyDialog';

const COLUMNS = ['degree', 'setBy', 'use'] as const;

/** What the office calls its degrees of urgency, and who may give them; the administrator keeps them. */
export function UrgenciesPage() {
  const { t } = useTranslations('urgencies');
  useTitle(t('page.urgencies'));
  const { data, error } = useQuery(queryOf('listUrgencies', {}));
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  return (
    <main className={classes.place}>
      <h1>{t('page.urgencies')}</h1>
      <p className="soft">{t('urgencies.why')}</p>
      <TableScroller label={t('page.urgencies')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`urgencies.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {data.items.map((urgency) => (
              <UrgencyRow key={urgency.code} urgency={urgency} all={data.items} />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </main>
  );
}

function UrgencyRow({ urgency, all }: { urgency: UrgencyLabel; all: readonly UrgencyLabel[] }) {
  const { t, translate } = useTranslations('urgencies');
  const name = translate(urgency.name);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t(`urgencies.${urgency.setBy}`)}</td>
      <td>{t(urgency.inUse ? 'urgencies.yes' : 'urgencies.no')}</td>
      <td>
        <DialogButton
          label={t('urgencies.change')}
          aria-label={`${t('urgencies.change')}: ${name}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <UrgencyDialog urgency={urgency} all={all} onClose={close} />}
        />
      </td>
    </tr>
  );
}
