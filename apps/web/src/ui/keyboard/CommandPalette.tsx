import { Combobox, Modal, useCombobox } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { keepFocus } from './focus';
import classes from './CommandPalette.module.css';

/** A line of the palette and what it does. */
export interface PaletteCommand {
  id: string;
  label: ReactNode;
  /** It is named, and cannot be chosen now. */
  disabled?: boolean;
  run: () => void;
}

export interface PaletteGroup {
  label: string;
  commands: readonly PaletteCommand[];
}

interface PaletteDialogProps {
  opened: boolean;
  /** What it is, for screen readers. */
  label: string;
  /** Whether the focus goes back to where it was; else whoever closes it sees to that. */
  returnFocus?: boolean;
  onClose: () => void;
  /** The palette; it begins anew each time the dialog opens. */
  children: ReactNode;
}

export function PaletteDialog({ opened, label, returnFocus = true, onClose, children }: PaletteDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      returnFocus={returnFocus}
      onExitTransitionEnd={() => {
        if (returnFocus) keepFocus();
      }}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': label } }}
      size={620}
      padding={0}
      yOffset="12vh"
    >
      {children}
    </Modal>
  );
}

interface PaletteProps {
  typed: string;
  onType: (typed: string) => void;
  /** What its lines are, for screen readers. */
  label: string;
  placeholder: string;
  /** Groups without commands are left out. */
  groups: readonly PaletteGroup[];
  isFetching: boolean;
  onClose: () => void;
}

/** A box to type in and the commands that fit; the first is chosen already. */
export function Palette({ typed, onType, label, placeholder, groups, isFetching, onClose }: PaletteProps) {
  const { t, language } = useTranslations();
  // Of an open list Escape closes the list, and leaves the dialog around it alone; here they are one.
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  const shown = groups.filter(({ commands }) => commands.length > 0);
  const commands = shown.flatMap((group) => group.commands);
  const { selectFirstOption } = combobox;
  // The input says which list it controls, and the list is known only after the first drawing.
  const [, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  useEffect(() => {
    selectFirstOption();
  }, [typed, commands.length, selectFirstOption]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        onClose();
        commands.find((command) => command.id === id)?.run();
      }}
    >
      <Combobox.EventsTarget withExpandedAttribute>
        <input
          className={classes.input}
          // At once, not after the dialog's own pause: who presses Ctrl+K types on without waiting.
          autoFocus
          data-autofocus
          // The lines are called by the language that is shown.
          data-letters={language === 'hi' ? 'numbers' : 'latin-first'}
          value={typed}
          placeholder={placeholder}
          aria-label={placeholder}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label={label} tabIndex={0}>
        {shown.map((group) => (
          <Combobox.Group key={group.label} label={group.label}>
            {group.commands.map((command) => (
              <Combobox.Option key={command.id} value={command.id} disabled={command.disabled === true}>
                {command.label}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {commands.length === 0 && (
          <Combobox.Empty role="option" aria-disabled aria-selected={false}>
            {isFetching ? t('page.loading') : t('page.nothingFound')}
          </Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}
