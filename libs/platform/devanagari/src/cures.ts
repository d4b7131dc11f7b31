import { fromKrutiDev } from './legacy/kruti-dev';
import { writingsOf } from './legacy/recognise';
import { repairSigns } from './letters/repair';

/** What can be offered for a line: legacy text in Unicode, or vowel signs put in their places. */
export interface Cure {
  readonly kind: 'legacy' | 'signs';
  /** Of the line, or of each piece of it that has a look of its own. */
  apply(text: string): string;
}

const LEGACY: Cure = { kind: 'legacy', apply: fromKrutiDev };
const SIGNS: Cure = { kind: 'signs', apply: (text) => repairSigns(text) ?? text };

/** For each line of a text what can be offered for it, null for a line that is right. English is never offered anything. */
export function curesOf(lines: readonly string[]): (Cure | null)[] {
  return writingsOf(lines).map((writing, index) => {
    if (writing === 'legacy') return LEGACY;
    return writing === 'hindi' && repairSigns(lines[index] ?? '') !== null ? SIGNS : null;
  });
}

/** The text with all that can be offered for its lines, and of which kind that is; null when there is nothing to offer. */
export function cured(text: string): { kind: Cure['kind']; text: string } | null {
  const lines = text.split('\n');
  const cures = curesOf(lines);
  const kind = cures.some((cure) => cure?.kind === 'legacy') ? 'legacy' : cures.some((cure) => cure) ? 'signs' : null;
  if (kind === null) return null;
  return { kind, text: lines.map((line, index) => cures[index]?.apply(line) ?? line).join('\n') };
}
