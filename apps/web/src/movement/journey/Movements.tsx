import type { FileView, MovementView, Named } from '@patravali/contract';
import { Skeleton, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMovements } from '../api';
import { useEventWords } from '../../language/event-words';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/notices/use-refusal';
import { Actor } from '../../organisation/Actor';
import { DecisionBadge } from '../../notes/sheet/DecisionBadge';
import { Post } from '../../organisation/Post';
import { Time } from '../../ui/Time';
import { TableScroller } from '../../ui/page/TableScroller';
import page from '../../ui/page/page.module.css';
import classes from './journey.module.css';
import { useEvidence } from '../clock/use-evidence';
import { Journey } from './Journey';
import { Parkings } from '../parking/Parkings';
import { type ConsultedDesk, daysHeld } from './journey-picture';
import { FileLadder } from '../channel/FileLadder';
import { useWholeList } from '../../api/lists/use-whole-list';

interface MovementsProps {
  file: Named<FileView>;
  /** Who was asked for an opinion while the file lay on a desk. */
  asked: readonly ConsultedDesk[];
  children?: ReactNode;
}

/**
 * The journey as a picture, and each movement as a line of the movement register; below it what else happened while the file
 * lay somewhere.
 */
export function Movements({ file, asked, children }: MovementsProps) {
  const sentence = useSentence();
  const movements = useWholeList(useMovements(file.id));
  if (movements.isPending) return <Skeleton height={240} m={16} />;
  if (movements.error) return <p className={page.message}>{sentence(movements.error)}</p>;
  return (
    <div className={page.tab}>
      <div className={`${classes.journeyCard ?? ''} card`}>
        <Journey file={file} movements={movements.items} asked={asked} />
      </div>
      {file.channel && <FileLadder file={file} />}
      <MovementTable file={file} movements={movements.items} />
      {children}
      <Parkings fileId={file.id} />
    </div>
  );
}

function MovementTable({ file, movements }: { file: Named<FileView>; movements: readonly Named<MovementView>[] }) {
  const { t, number } = useTranslations();
  const { factOf } = useEventWords();
  const held = daysHeld(movements, file.clock);
  const columns = [
    'number',
    'what',
    'from',
    'to',
    'at',
    'openedAt',
    'days',
    'asked',
    'decision',
    'by',
    'remarks',
  ] as const;
  return (
    <div className="card">
      <TableScroller label={t('file.tab.movements')}>
        <Table verticalSpacing={6} miw={900}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{t(`movements.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {movements.map((movement) => (
              <Table.Tr key={movement.sequence}>
                <Table.Td>{number(movement.sequence)}</Table.Td>
                <Table.Td>{t(`movement.${movement.kind}`)}</Table.Td>
                <Table.Td>{movement.from && <Post post={movement.from} />}</Table.Td>
                <Table.Td>{movement.to && <Post post={movement.to} />}</Table.Td>
                <Table.Td>
                  <Time at={movement.at} form="registerTime" />
                </Table.Td>
                <Table.Td>
                  {movement.openedAt === null ? (
                    movement.kind !== 'carried' && t('movements.unopened')
                  ) : (
                    <Time at={movement.openedAt} form="registerTime" />
                  )}
                </Table.Td>
                <Table.Td>
                  {movement.to && number(held.get(movement.sequence) ?? 0)}
                  <Stops movement={movement} />
                </Table.Td>
                <Table.Td>
                  <ConsultedDesk movement={movement} />
                </Table.Td>
                <Table.Td>{movement.decision && <DecisionBadge decision={movement.decision} />}</Table.Td>
                <Table.Td>
                  <Actor actor={movement.by} />
                </Table.Td>
                <Table.Td>
                  {movement.jumped.length > 0 && (
                    <strong>
                      {t('movements.jumped', { post: movement.jumped.map(({ marking }) => marking).join(', ') })}{' '}
                    </strong>
                  )}
                  {movement.remarks}
                  {movement.explanation !== null && (
                    <div>
                      <strong>{factOf('explanation')}:</strong> {movement.explanation}
                    </div>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroller>
    </div>
  );
}

/** When the clock of the desk stood, and on what evidence. */
function Stops({ movement: { stops } }: { movement: Named<MovementView> }) {
  const { t, registerDay } = useTranslations();
  const evidence = useEvidence();
  return stops.map((stop) => (
    <div key={stop.stoppedAt} className="soft small">
      {t(`stopReason.${stop.reason}`)}: {registerDay(stop.stoppedOn)}–{stop.startedOn && registerDay(stop.startedOn)}
      {' · '}
      {evidence(stop.evidence)}
    </div>
  ));
}

function ConsultedDesk({ movement }: { movement: Named<MovementView> }) {
  const { t, registerDay } = useTranslations();
  const parts = [
    movement.action && t(`action.${movement.action}`),
    movement.urgency && movement.urgency !== 'ordinary' && t(`urgency.${movement.urgency}`),
    movement.dueOn && t('page.due', { day: registerDay(movement.dueOn) }),
  ];
  return parts.filter(Boolean).join(' · ');
}
