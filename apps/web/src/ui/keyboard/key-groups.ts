import type { KeyBinding } from './keys';

/** Under which the list of keys shows them. What is named nowhere decides something or sends it on. */
export const KEY_GROUPS = ['move', 'write', 'decide', 'go'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

const KEYS_OF: Readonly<Record<Exclude<KeyGroup, 'decide'>, readonly string[]>> = {
  move: ['j', 'k', 'Enter', '[', ']', 'x', 'shift+j', 'shift+k', 'shift+a', 'Escape', '.'],
  write: [
    'n',
    'c',
    'd',
    'ctrl+s',
    'alt+c',
    'alt+F10',
    'alt+h',
    'alt+i',
    'alt+k',
    'alt+m',
    'alt+p',
    'alt+u',
    'alt+x',
    'alt+.',
  ],
  go: ['/', '?', 'ctrl+k', 'alt+l', 'i', 'l', 's', 'shift+f'],
};
/** Lists, tables and quotations of the text that is written. */
const IN_THE_TEXT = /^ctrl\+shift\+\d$/;

/** A key does the same kind of thing on every page. */
export function groupOfKey({ key }: Pick<KeyBinding, 'key'>): KeyGroup {
  if (IN_THE_TEXT.test(key)) return 'write';
  const groups = Object.entries(KEYS_OF) as [KeyGroup, readonly string[]][];
  return groups.find(([, keys]) => keys.includes(key))?.[0] ?? 'decide';
}
