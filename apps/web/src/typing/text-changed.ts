import type { TextField } from './text-field';

type Listener = (field: TextField) => void;

let listener: Listener | null = null;

/** A letter came or went in a field; the typing aid listens once it is switched on. */
export function textChanged(field: TextField): void {
  listener?.(field);
}

export function listenToText(next: Listener): void {
  listener = next;
}
