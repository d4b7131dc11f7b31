import { type ReactNode, useState } from 'react';
import { KeyButton, type KeyButtonProps } from './keyboard/KeyButton';

interface DialogButtonProps extends Omit<KeyButtonProps, 'type' | 'onClick'> {
  dialog: (close: () => void) => ReactNode;
}

/** A button that opens a dialog. */
export function DialogButton({ dialog, ...button }: DialogButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <KeyButton {...button} onClick={() => setOpen(true)} />
      {isOpen && dialog(() => setOpen(false))}
    </>
  );
}
