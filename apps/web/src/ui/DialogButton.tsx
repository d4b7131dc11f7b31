import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { KeyButton } from './keyboard/KeyButton';

interface DialogButtonProps extends ButtonProps {
  label: string;
  'aria-label'?: string;
  /** The key that presses it. */
  keys?: string;
  dialog: (close: () => void) => ReactNode;
}

/** A button that opens a dialog. */
export function DialogButton({ label, keys, dialog, ...button }: DialogButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  return (
    <>
      {keys === undefined ? (
        <Button {...button} onClick={open}>
          {label}
        </Button>
      ) : (
        <KeyButton {...button} keys={keys} label={label} onClick={open} />
      )}
      {isOpen && dialog(() => setOpen(false))}
    </>
  );
}
