import { type FileBeside, type FileView, type Named, PAGES_OF_A_VOLUME, type VolumeOfFile } from '@patravali/contract';
import { Fragment, type ReactNode } from 'react';
import classes from '../../movement/aside/aside.module.css';
import { useTranslations } from '../../language/use-translations';
import { FileLine } from './FileLine';
import { usePartName, useTogetherWords, useVolumeName } from '../../custody/use-together-words';

/** A strip below the head: the files with which this one is together, and its parts. */
export function TogetherStrip({ file }: { file: Named<FileView> }) {
  const say = useTogetherWords();
  const nameOf = useVolumeName();
  const { number } = useTranslations();
  const { attachedTo, attached, linked, mainFile, incorporated, parts } = file.together;
  const { volume, earlierVolume, laterVolume } = file.together;
  const isFull = file.counts.pages > PAGES_OF_A_VOLUME && file.allowedMoves.includes('open_volume');
  const isVolume = earlierVolume !== null || laterVolume !== null;
  const groups: (readonly [string, readonly ReactNode[]])[] = [
    [
      say('together.earlierVolume'),
      earlierVolume ? [<EarlierVolume key={earlierVolume.id} volume={earlierVolume} />] : [],
    ],
    [say('together.laterVolume'), laterVolume ? [<FileLine key={laterVolume.id} file={laterVolume} />] : []],
    [say('together.attachedTo'), linesOf(attachedTo ? [attachedTo] : [])],
    [say('together.mainFile'), linesOf(mainFile ? [mainFile] : [])],
    [say('together.attached'), linesOf(attached)],
    [say('together.parts'), parts.map((part) => <PartLine key={part.id} part={part} />)],
    [say('together.linked'), linesOf(linked)],
  ];
  const shown = groups.filter(([, lines]) => lines.length > 0);
  if (shown.length === 0 && !isFull) return null;
  return (
    <section className={classes.strip} aria-label={say('together.title')}>
      {incorporated && <strong>{say('together.incorporated')} · </strong>}
      {isFull && say('together.full', { place: number(file.counts.pages) })}
      {isFull && shown.length > 0 && ' · '}
      {isVolume && <strong>{nameOf(volume)} · </strong>}
      {shown.map(([group, lines], place) => (
        <Fragment key={group}>
          {place > 0 && ' · '}
          <strong>{group}</strong>: {lines.map((line, index) => [index > 0 ? ', ' : '', line])}
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
  const say = useTogetherWords();
  const { lastNote, lastPage } = volume;
  const ends = [
    ...(lastNote > 0 ? [say('together.lastNote', { place: String(lastNote) })] : []),
    ...(lastPage > 0 ? [say('together.lastPage', { place: String(lastPage) })] : []),
  ];
  return (
    <>
      <FileLine file={volume} /> {ends.length > 0 && <span className="small">({ends.join(', ')})</span>}
    </>
  );
}

function PartLine({ part }: { part: Named<FileView>['together']['parts'][number] }) {
  const say = useTogetherWords();
  const nameOf = usePartName();
  return (
    <>
      <FileLine file={part} label={nameOf(part.part)} />
      {part.incorporated && <span className="soft small"> {say('together.incorporated')}</span>}
    </>
  );
}
