import { Button, type ButtonProps } from '@mantine/core';
import { useRef } from 'react';
import { Kbd } from './Kbd';
import { type KeyBinding, useKeys } from './keys';

export interface KeyButtonProps extends ButtonProps, Pick<KeyBinding, 'whileTyping' | 'inDialog'> {
  /** The key that presses it, printed on it; it rests while the button does. */
  keys?: string;
  label: string;
  'aria-label'?: string;
  type?: 'submit';
  onClick?: () => void;
}

export function KeyButton({ keys = '', label, whileTyping = false, inDialog = false, ...button }: KeyButtonProps) {
  const place = useRef<HTMLButtonElement>(null);
  // A letter is printed large beside Ctrl or Alt, and typed small.
  const key = keys.replace(/\+[A-Z]$/, (letter) => letter.toLowerCase());
  useKeys([{ key, label, run: () => place.current?.click(), whileTyping, inDialog }], keys !== '');
  const filled = button.variant === undefined || button.variant === 'filled';
  return (
    <Button
      ref={place}
      {...(keys !== '' && {
        'aria-keyshortcuts': keys.replace('ctrl+', 'Control+').replace('alt+', 'Alt+').replace('shift+', 'Shift+'),
        rightSection: <Kbd keys={keys} onAccent={filled} />,
      })}
      {...button}
    >
      {label}
    </Button>
  );
}
