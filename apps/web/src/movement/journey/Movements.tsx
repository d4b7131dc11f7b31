import type { FileView, MovementView, Named } from '@patravali/contract';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMovements } from '../api';
import { useEventWords } from '../../language/event-words';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/notices/use-refusal';
import { Actor } from '../../organisation/Actor';
import { DecisionBadge } from '../../notes/sheet/lines/DecisionBadge';
import { Post } from '../../organisation/Post';
import { Time } from '../../ui/Time';
import { DataTable } from '../../ui/page/DataTable';
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
  const held = daysHeld(movements, file.clock);
  return (
    <div className="card">
      <DataTable
        label={t('file.tab.movements')}
        minWidth={900}
        items={movements}
        keyOf={({ sequence }) => sequence}
        columns={[
          [t('movements.number'), ({ sequence }) => number(sequence)],
          [t('movements.what'), ({ kind }) => t(`movement.${kind}`)],
          [t('movements.from'), ({ from }) => from && <Post post={from} />],
          [t('movements.to'), ({ to }) => to && <Post post={to} />],
          [t('movements.at'), ({ at }) => <Time at={at} form="registerTime" />],
          [
            t('movements.openedAt'),
            ({ openedAt, kind }) =>
              openedAt === null ? (
                kind !== 'carried' && t('movements.unopened')
              ) : (
                <Time at={openedAt} form="registerTime" />
              ),
          ],
          [
            t('movements.days'),
            (movement) => (
              <>
                {movement.to && number(held.get(movement.sequence) ?? 0)}
                <Stops movement={movement} />
              </>
            ),
          ],
          [t('movements.asked'), (movement) => <ConsultedDesk movement={movement} />],
          [t('movements.decision'), (movement) => <DecisionBadge of={movement} />],
          [t('movements.by'), ({ by }) => <Actor actor={by} />],
          [t('movements.remarks'), (movement) => <Remarks movement={movement} />],
        ]}
      />
    </div>
  );
}

function Remarks({ movement: { jumped, remarks, explanation } }: { movement: Named<MovementView> }) {
  const { t, marking } = useTranslations();
  const { factOf } = useEventWords();
  return (
    <>
      {jumped.length > 0 && <strong>{t('movements.jumped', { post: jumped.map(marking).join(', ') })} </strong>}
      {remarks}
      {explanation !== null && (
        <div>
          <strong>{factOf('explanation')}:</strong> {explanation}
        </div>
      )}
    </>
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
