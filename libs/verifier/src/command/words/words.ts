import type { Particulars, WrongCode } from '../../primitives/wrong';

/** What is told of something that is right, or beside what is wrong. */
export type FactCode =
  | 'bundle-checked'
  | 'bundle-events-lost'
  | 'chained-afterwards'
  | 'contents-absent'
  | 'cosigned'
  | 'documents-left-out'
  | 'events-left-out'
  | 'cosigned-earlier'
  | 'events-lost'
  | 'hashes-checked'
  | 'kept-continued'
  | 'key-given'
  | 'key-lost'
  | 'key-taken'
  | 'key-unproven'
  | 'log-begun-anew'
  | 'log-checked'
  | 'names-absent'
  | 'others-listed'
  | 'pdf-made'
  | 'root'
  | 'rows-absent'
  | 'rows-compared'
  | 'rows-left-out'
  | 'rows-unnamed'
  | 'signatures-unchecked'
  | 'signers-unchecked';

/**
 * The sentences of the command. They stand here and not with those of the office, because the verifier shares nothing
 * with the office and travels as one file.
 */
export type Words = Readonly<
  Record<
    WrongCode | FactCode | 'usage' | 'right' | 'right-as-compared' | 'right-after-loss' | 'wrong' | 'unverified',
    string
  >
>;

export function fill(sentence: string, particulars: Particulars): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(particulars[name] ?? place));
}
