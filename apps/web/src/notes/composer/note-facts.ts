import type { NoteContent, StructuredText } from '@patravali/contract';
import type { Translations } from '../../language/use-translations';
import type { Fact } from '../merging/Differences';

interface TwoNotes {
  readonly mine: NoteContent;
  readonly theirs: NoteContent;
}

/** In what two notes differ besides their text. */
export function noteFacts({ mine, theirs }: TwoNotes, t: Translations['t']): Fact[] {
  const kindOf = ({ kind = 'ordinary', mainNote }: NoteContent) =>
    mainNote === undefined ? t(`noteKind.${kind}`) : t('note.sectionOf', { note: String(mainNote) });
  const decisionOf = ({ decision }: NoteContent) => t(decision === null ? 'note.noDecision' : `decision.${decision}`);
  return [
    { id: 'kind', name: t('note.kind'), mine: kindOf(mine), theirs: kindOf(theirs) },
    { id: 'decision', name: t('note.decision'), mine: decisionOf(mine), theirs: decisionOf(theirs) },
  ].filter((fact) => fact.mine !== fact.theirs);
}

/** The note that was chosen of two. A section comes with its main note. */
export function mergedNote({ mine, theirs }: TwoNotes, text: StructuredText, taken: readonly string[]): NoteContent {
  const of = (id: 'kind' | 'decision') => (taken.includes(id) ? theirs : mine);
  const { kind, mainNote } = of('kind');
  const { decision } = of('decision');
  return { text, decision, ...(kind && { kind }), ...(mainNote !== undefined && { mainNote }) };
}
