import type { FileView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Kbd } from '../../ui/keyboard/Kbd';
import { YourTurn } from '../../ui/YourTurn';
import { ActsMenu } from './ActsMenu';
import classes from './acts.module.css';
import { useFileActs } from './use-file-acts';

/** What the hand needs first, and the menu of all that can be done with the file. */
export function FileActs({ file, onSheets }: { file: Named<FileView>; onSheets: boolean }) {
  const menu = useRef<HTMLButtonElement>(null);
  const { groups, first, working, dialog } = useFileActs(file, onSheets, menu);
  return (
    <span className={`${classes.acts ?? ''} not-printed`}>
      <YourTurn operation={working ?? 'downloadWholeFile'} waiting={working !== null} />
      {first.map(({ id, label, keys, run }) => (
        <Button
          key={id}
          variant="default"
          size="compact-sm"
          aria-keyshortcuts={keys}
          rightSection={<Kbd keys={keys} />}
          onClick={run}
        >
          {label}
        </Button>
      ))}
      <ActsMenu ref={menu} file={file} groups={groups} working={working !== null} />
      {dialog}
    </span>
  );
}
