import { verify } from 'node:crypto';
import { readKey } from './note-keys';

/** What the log says of itself: its key was lost, or events were (docs/proof.md). */
export interface LogBreak {
  /** Of its own entry. */
  readonly index: number;
  /** The entries whose events are lost, from the first to the last. Null: the key was lost. */
  readonly entries: EntryRange | null;
  readonly at: string;
  readonly reason: string;
}

/** From the first to the last; null: whatever may have been signed from there on. */
export interface EntryRange {
  readonly from: number;
  readonly to: number | null;
}

interface LossCause {
  readonly at: Date;
  /** One line. */
  readonly reason: string;
}

const MOST_REASON = 500;
const EVENT = /^patravali entry 1\nevent ([0-9a-f-]{36})\n/;
const EVENT_PLACE = /^patravali entry 1\nevent [0-9a-f-]{36}\nsubject ([a-z]+) ([0-9a-f-]{36})\nsequence (\d+)\n/;
const SUBJECT = /\nsubject (\S+ \S+)\n/;
const ROTATION = /^(patravali key 1\nkey (\S+)\nfrom \S+\n)signature (\S+)\n$/;
const LOST_KEY = /^patravali lost key 1\nkey (\S+)\nfrom (\S+)\nreason (.+)\ncheckpoint \S+\n$/;
const LOSS = /^patravali loss 1\nentries (\d+)-(\d*)\nat (\S+)\nreason (.+)\n$/;

/** What goes into the log when events are lost that it has logged. */
export function lossEntry({ from, to }: EntryRange, { at, reason }: LossCause): string {
  return `patravali loss 1\nentries ${from}-${to ?? ''}\nat ${secondOf(at)}\nreason ${reason}\n`;
}

/** What goes into the log when its key is lost. @param signed the last note that the lost key has signed. */
export function lostKeyEntry(written: string, signed: string | null, { at, reason }: LossCause): string {
  const checkpoint = signed === null ? '-' : Buffer.from(signed).toString('base64');
  return `patravali lost key 1\nkey ${written}\nfrom ${secondOf(at)}\nreason ${reason}\ncheckpoint ${checkpoint}\n`;
}

/** A reason as one line of an entry; empty when it says nothing. */
export function asOneLine(reason: string): string {
  const line = reason.normalize('NFC').replace(/[\p{Cc}\p{Z}]+/gu, ' ');
  return Array.from(line).slice(0, MOST_REASON).join('').trim();
}

/** The event of an entry; null of another entry. */
export const eventOf = (entry: string): string | null => EVENT.exec(entry)?.[1] ?? null;

/** Where an event stands by the text of its entry; null of another entry. */
export function placeIn(entry: string) {
  const [, kind = '', subjectId = '', sequence] = EVENT_PLACE.exec(entry) ?? [];
  return sequence === undefined ? null : { kind, subjectId, sequence: Number(sequence) };
}

/** The subject of the event of an entry. */
export const subjectOf = (entry: string): string => SUBJECT.exec(entry)?.[1] ?? '';

/** The key that takes over with this entry, in its written form, and whether the key before it has signed that; null of another entry. */
export function keyIn(entry: string, before: string): { readonly written: string; readonly isSigned: boolean } | null {
  const [, lost] = LOST_KEY.exec(entry) ?? [];
  if (lost !== undefined) return { written: lost, isSigned: false };
  const [, lines, written, signature] = ROTATION.exec(entry) ?? [];
  if (lines === undefined || written === undefined || signature === undefined) return null;
  const { publicKey } = readKey(before);
  return verify(null, Buffer.from(lines), publicKey, Buffer.from(signature, 'base64'))
    ? { written, isSigned: true }
    : null;
}

/** Null of an entry that tells of no loss. */
export function breakIn(entry: string, index: number): LogBreak | null {
  const [, , lostAt, lostReason] = LOST_KEY.exec(entry) ?? [];
  if (lostAt !== undefined && lostReason !== undefined) return { index, entries: null, at: lostAt, reason: lostReason };
  const [, from, to, at, reason] = LOSS.exec(entry) ?? [];
  if (from === undefined || at === undefined || reason === undefined) return null;
  return { index, entries: { from: Number(from), to: to ? Number(to) : null }, at, reason };
}

/** Where the log did not go on by itself, in the order in which these entries of its own say so. */
export const breaksAmong = (own: readonly { readonly index: number; readonly text: string }[]): LogBreak[] =>
  own.flatMap(({ index, text }) => breakIn(text, index) ?? []);

/** Whether it says of this entry that its event is lost. */
export const tellsOf = ({ entries }: LogBreak, index: number): boolean =>
  entries !== null && entries.from <= index && index <= (entries.to ?? -1);

const secondOf = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z');
