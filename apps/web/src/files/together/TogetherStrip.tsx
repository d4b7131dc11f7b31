import type { FileBeside, FileView, Named } from '@patravali/contract';
import { Fragment, type ReactNode } from 'react';
import classes from '../../movement/aside/aside.module.css';
import { FileLine } from './FileLine';
import { usePartName, useTogetherWords } from '../../custody/use-together-words';

/** A strip below the head: the files with which this one is together, and its parts. */
export function TogetherStrip({ file }: { file: Named<FileView> }) {
  const say = useTogetherWords();
  const { attachedTo, attached, linked, mainFile, incorporated, parts } = file.together;
  const groups: (readonly [string, readonly ReactNode[]])[] = [
    [say('together.attachedTo'), linesOf(attachedTo ? [attachedTo] : [])],
    [say('together.mainFile'), linesOf(mainFile ? [mainFile] : [])],
    [say('together.attached'), linesOf(attached)],
    [say('together.parts'), parts.map((part) => <PartLine key={part.id} part={part} />)],
    [say('together.linked'), linesOf(linked)],
  ];
  const shown = groups.filter(([, lines]) => lines.length > 0);
  if (shown.length === 0) return null;
  return (
    <section className={classes.strip} aria-label={say('together.title')}>
      {incorporated && <strong>{say('together.incorporated')} · </strong>}
      {shown.map(([name, lines], place) => (
        <Fragment key={name}>
          {place > 0 && ' · '}
          <strong>{name}</strong>: {lines.map((line, index) => [index > 0 ? ', ' : '', line])}
        </Fragment>
      ))}
    </section>
  );
}

function linesOf(files: readonly Named<FileBeside>[]): ReactNode[] {
  return files.map((one) => <FileLine key={one.id} file={one} />);
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
