import { Table } from '@mantine/core';
import { useList, WHOLE } from '../../api/lists/use-list';
import { useWholeList } from '../../api/lists/use-whole-list';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import { TableScroller } from '../../ui/page/TableScroller';

/** How the file was set aside and taken up again; nothing of one that never was. */
export function Parkings({ fileId }: { fileId: string }) {
  const { t, registerDay } = useTranslations('aside');
  const { items } = useWholeList(useList('listParkings', { params: { fileId } }, WHOLE));
  if (items.length === 0) return null;
  return (
    <div className="card">
      <h2 className="eyebrow">{t('aside.history')}</h2>
      <TableScroller label={t('aside.history')}>
        <Table verticalSpacing={6} miw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('movements.what')}</Table.Th>
              <Table.Th>{t('movements.at')}</Table.Th>
              <Table.Th>{t('aside.untilDay')}</Table.Th>
              <Table.Th>{t('movements.by')}</Table.Th>
              <Table.Th>{t('movements.remarks')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ sequence, kind, at, untilOn, untilEvent, by, cause, remarks }) => (
              <Table.Tr key={sequence}>
                <Table.Td>{t(`parkingLine.${kind}`)}</Table.Td>
                <Table.Td>
                  <Time at={at} form="registerTime" />
                </Table.Td>
                <Table.Td>
                  {[untilEvent && t(`parkingEvent.${untilEvent}`), untilOn && registerDay(untilOn)]
                    .filter(Boolean)
                    .join(' · ')}
                </Table.Td>
                <Table.Td>
                  {kind === 'day_came' && `${t('history.byItself')} `}
                  <Actor actor={by} />
                </Table.Td>
                <Table.Td>{[cause && t(`callBookCause.${cause}`), remarks].filter(Boolean).join(' · ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroller>
    </div>
  );
}
