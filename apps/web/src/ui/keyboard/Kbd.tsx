import classes from './Kbd.module.css';

const KEY_NAMES: Readonly<Record<string, string>> = { Enter: '⏎', ctrl: 'Ctrl', alt: 'Alt', shift: '⇧', Escape: 'Esc' };

/** A key as it is printed on the button that it presses. `onAccent` when the button is filled. */
export function Kbd({ keys, onAccent = false }: { keys: string; onAccent?: boolean }) {
  const text = keys
    .split('+')
    .map((part) => KEY_NAMES[part] ?? part)
    .join(' ');
  return (
    <kbd className={classes.key} data-on-accent={onAccent || undefined} aria-hidden>
      {text}
    </kbd>
  );
}
