import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key of the page and what it does. `key` is written as `j`, `?`, `Enter`, `shift+j`, `ctrl+k`, `alt+l`, `ctrl+Enter`. */
export interface KeyBinding {
  key: string;
  /** What it does, as the list of keys (`?`) says it. */
  label: string;
  run: () => void;
  /** Also while the person types in a field; for keys with Ctrl or Alt. */
  whileTyping?: boolean;
  /** Also while a dialog is open; for the dialog's own keys. */
  inDialog?: boolean;
  /** Not in the list of keys. */
  hidden?: boolean;
}

const STORED = 'patravali.singleKeys';
let bindings: readonly KeyBinding[] = [];
let singleKeys = localStorage.getItem(STORED) !== 'off';
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Binds keys while the component is there. A later component's binding of a key goes before an earlier one's. */
export function useKeys(own: readonly KeyBinding[], enabled = true): void {
  const latest = useRef(own);
  useEffect(() => {
    latest.current = own;
  });
  const names = own.map(({ key, label }) => `${key}\n${label}`).join('\t');
  useEffect(() => {
    if (!enabled) return undefined;
    const bound = latest.current.map((binding, index) => ({ ...binding, run: () => latest.current[index]?.run() }));
    bindings = [...bound, ...bindings];
    changed();
    return () => {
      bindings = bindings.filter((binding) => !bound.includes(binding));
      changed();
    };
  }, [names, enabled]);
}

const PATIENCE_MS = 10_000;

/**
 * Does what a key does, for a menu that names it. Where the part of the page that binds the key is still on its way, it is done
 * once that has come.
 */
export function pressKey(key: string): void {
  const now = bindings.find((binding) => binding.key === key);
  if (now) {
    now.run();
    return;
  }
  const giveUp = setTimeout(() => listeners.delete(look), PATIENCE_MS);
  function look(): void {
    const bound = bindings.find((binding) => binding.key === key);
    if (!bound) return;
    clearTimeout(giveUp);
    listeners.delete(look);
    // What binds it is drawn by then.
    setTimeout(() => bound.run());
  }
  listeners.add(look);
}

/** All keys that work now, nearest first, for the list that `?` shows. */
export function useBoundKeys(): readonly KeyBinding[] {
  return useSyncExternalStore(subscribe, () => bindings);
}

/** Whether keys without Ctrl or Alt act; who dictates or uses a switch may turn them off (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => singleKeys);
  return [
    on,
    (next) => {
      singleKeys = next;
      localStorage.setItem(STORED, next ? 'on' : 'off');
      changed();
    },
  ];
}

const PLACES: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

/** A Hindi layout types र where a Latin one types j: then the place of the key decides. */
export function nameOfKey(event: KeyboardEvent): string {
  const latin = /^[\x20-\x7e]$/.test(event.key) || event.key.length > 1;
  const place = /^(?:Key|Digit)(\w)$/.exec(event.code)?.[1] ?? PLACES[event.code];
  const key = latin ? event.key : (place ?? event.key);
  const letter = key.length === 1 ? key.toLowerCase() : key;
  return `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${letter}`;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
    // Nobody types into a box that is ticked.
    !(target instanceof HTMLInputElement && target.type === 'checkbox')
  );
}

/** A dialog is open, or the person is in a smaller one that leaves the page free; not so when hovering shows one. */
function isInDialog(target: EventTarget | null): boolean {
  return (
    document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]') !== null ||
    (target instanceof HTMLElement && target.closest('[role="dialog"]') !== null)
  );
}

/** Enter on a button or link belongs to that button or link. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a[href], summary, [role="option"]') !== null;
}

let beforeKeys: ((event: KeyboardEvent) => void) | null = null;

/** What a field makes of a key before the page does: who prevents its default has taken it. */
export function listenBeforeKeys(listener: (event: KeyboardEvent) => void): void {
  beforeKeys = listener;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.eventPhase === Event.CAPTURING_PHASE) beforeKeys?.(event);
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOfKey(event);
  const beforeFields = event.eventPhase === Event.CAPTURING_PHASE;
  if (beforeFields !== name.includes('+')) return;
  const single = !name.includes('+') && name.length === 1;
  if (single && !singleKeys && name !== '?') return;
  const typing = isTyping(event.target);
  const inDialog = isInDialog(event.target);
  if (name === 'Enter' && isPressable(event.target)) return;
  const bound = (key: string) =>
    bindings.find(
      (one) => one.key === key && (!typing || one.whileTyping === true) && (!inDialog || one.inDialog === true),
    );
  // A letter with Shift is the letter itself where nothing else is bound to it.
  const binding = (single && event.shiftKey ? bound(`shift+${name}`) : undefined) ?? bound(name);
  if (!binding) return;
  event.preventDefault();
  if (beforeFields) event.stopPropagation();
  binding.run();
}

/** Keys with Ctrl or Alt go before the field that has the focus (a list would open on Ctrl+Enter), the others after it. */
export function listenToKeys(): void {
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keydown', onKeyDown);
}
