import { Menu } from '@mantine/core';
import type { Command } from '@tiptap/pm/state';
import { deleteColumn, deleteRow, deleteTable, toggleHeaderRow } from '@tiptap/pm/tables';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import {
  columnAfter,
  columnAt,
  columnBefore,
  insertTable,
  leaveTable,
  rowAbove,
  rowBelow,
} from '../editor/block-commands';

interface TableMenuProps {
  /** Whether one writes in a table. */
  inTable: boolean;
  run: (command: Command) => void;
}

const ACTS = [
  ['rowBelow', rowBelow],
  ['rowAbove', rowAbove],
  ['columnAfter', columnAfter],
  ['columnBefore', columnBefore],
  ['columnRight', columnAt('right')],
  ['columnLeft', columnAt('left')],
  ['tableHeader', toggleHeaderRow],
  ['rowDelete', deleteRow],
  ['columnDelete', deleteColumn],
  ['tableDelete', deleteTable],
  ['tableLeave', leaveTable('below')],
] as const;

/** Puts in a table; within one, changes it or goes on below it. */
export function TableMenu({ inTable, run }: TableMenuProps) {
  const { t } = useTranslations();
  if (!inTable)
    return (
      <button type="button" className={classes.quiet} title={t('note.keyTable')} onClick={() => run(insertTable)}>
        {t('note.table')}
      </button>
    );
  return (
    <Menu position="top-start">
      <Menu.Target>
        <button type="button" className={classes.quiet} data-on>
          {t('note.table')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {ACTS.map(([name, command]) => (
          <Menu.Item key={name} onClick={() => run(command)}>
            {t(`note.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
