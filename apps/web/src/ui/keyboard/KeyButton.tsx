import { Button, type ButtonProps } from '@mantine/core';
import { useRef } from 'react';
import { Kbd } from './Kbd';
import { useKeys } from './keys';

interface KeyButtonProps extends ButtonProps {
  /** The key that presses it, printed on it; it rests while the button does. */
  keys: string;
  label: string;
  onClick: () => void;
}

export function KeyButton({ keys, label, ...button }: KeyButtonProps) {
  const place = useRef<HTMLButtonElement>(null);
  useKeys([{ key: keys, label, run: () => place.current?.click() }]);
  const filled = button.variant === undefined || button.variant === 'filled';
  return (
    <Button ref={place} aria-keyshortcuts={keys} rightSection={<Kbd keys={keys} onAccent={filled} />} {...button}>
      {label}
    </Button>
  );
}
