import { type FileBeside, type FileView, type Named, PAGES_OF_A_VOLUME, type VolumeOfFile } from '@patravali/contract';
import { Fragment, type ReactNode } from 'react';
import classes from '../../movement/parking/parking.module.css';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { FileLine } from './FileLine';
import { usePartName, useVolumeName } from '../../custody/use-part-name';

/** A strip below the head: the files with which this one is together, and its parts. */
export function TogetherStrip({ file }: { file: Named<FileView> }) {
  const nameOf = useVolumeName();
  const { t, number } = useTranslations('together');
  const { attachedTo, attached, linked, mainFile, incorporated, parts } = file.together;
  const { volume, earlierVolume, laterVolume } = file.together;
  const isFull = file.counts.pages > PAGES_OF_A_VOLUME && file.allowedMoves.includes('open_volume');
  const isVolume = earlierVolume !== null || laterVolume !== null;
  const groups: (readonly [string, readonly ReactNode[]])[] = [
    [
      t('together.earlierVolume'),
      earlierVolume ? [<EarlierVolume key={earlierVolume.id} volume={earlierVolume} />] : [],
    ],
    [t('together.laterVolume'), laterVolume ? [<FileLine key={laterVolume.id} file={laterVolume} />] : []],
    [t('together.attachedTo'), linesOf(attachedTo ? [attachedTo] : [])],
    [t('together.mainFile'), linesOf(mainFile ? [mainFile] : [])],
    [t('together.attached'), linesOf(attached)],
    [t('together.parts'), parts.map((part) => <PartLine key={part.id} part={part} />)],
    [t('together.linked'), linesOf(linked)],
  ];
  const shown = groups.filter(([, lines]) => lines.length > 0);
  if (shown.length === 0 && !isFull) return null;
  return (
    <section className={classes.strip} aria-label={t('together.title')}>
      {incorporated && <strong>{t('together.incorporated')} · </strong>}
      {isFull && t('together.full', { place: number(file.counts.pages) })}
      {isFull && shown.length > 0 && ' · '}
      {isVolume && (
        <>
          <strong>{nameOf(volume)}</strong> <WhatIs word="volume" /> ·{' '}
        </>
      )}
      {shown.map(([group, lines], place) => (
        <Fragment key={group}>
          {place > 0 && ' · '}
          <strong>{group}</strong>
          {group === t('together.parts') && <WhatIs word="part" />}:{' '}
          {lines.map((line, index) => [index > 0 ? ', ' : '', line])}
        </Fragment>
      ))}
    </section>
  );
}

function linesOf(files: readonly Named<FileBeside>[]): ReactNode[] {
  return files.map((one) => <FileLine key={one.id} file={one} />);
}

/** Where this volume goes on from: the earlier one, and where it ended. */
function EarlierVolume({ volume }: { volume: Named<VolumeOfFile> }) {
  const { t } = useTranslations('together');
  const { lastNote, lastPage } = volume;
  const ends = [
    ...(lastNote > 0 ? [t('together.lastNote', { place: String(lastNote) })] : []),
    ...(lastPage > 0 ? [t('together.lastPage', { place: String(lastPage) })] : []),
  ];
  return (
    <>
      <FileLine file={volume} /> {ends.length > 0 && <span className="small">({ends.join(', ')})</span>}
    </>
  );
}

function PartLine({ part }: { part: Named<FileView>['together']['parts'][number] }) {
  const { t } = useTranslations('together');
  const nameOf = usePartName();
  return (
    <>
      <FileLine file={part} label={nameOf(part.part)} />
      {part.incorporated && <span className="soft small"> {t('together.incorporated')}</span>}
    </>
  );
}
