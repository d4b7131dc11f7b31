import type { NoteContent, StructuredText } from '@patravali/contract';
import type { Translations } from '../../language/use-translations';
import type { Fact } from '../merging/Differences';
import { kindFor } from './note-kind';

interface TwoNotes {
  readonly mine: NoteContent;
  readonly theirs: NoteContent;
}

/**
 * In what two notes differ besides their text.
 * @param markingOf the marking of a post by its id.
 */
export function noteFacts({ mine, theirs }: TwoNotes, t: Translations['t'], markingOf: (id: string) => string): Fact[] {
  const kindOf = ({ kind = 'ordinary', mainNote, discussedWith = [] }: NoteContent) => {
    if (mainNote !== undefined) return t('note.sectionOf', { note: String(mainNote) });
    const named = discussedWith.map(markingOf).join(', ');
    return named === '' ? t(`noteKind.${kind}`) : `${t(`noteKind.${kind}`)}: ${named}`;
  };
  const decisionOf = ({ decision }: NoteContent) => t(decision === null ? 'note.noDecision' : `decision.${decision}`);
  return [
    { id: 'kind', name: t('note.kind'), mine: kindOf(mine), theirs: kindOf(theirs) },
    { id: 'decision', name: t('note.decision'), mine: decisionOf(mine), theirs: decisionOf(theirs) },
  ].filter((fact) => fact.mine !== fact.theirs);
}

/** The note that was chosen of two. A section comes with its main note, and a discussion with those who took part. */
export function mergedNote({ mine, theirs }: TwoNotes, text: StructuredText, taken: readonly string[]): NoteContent {
  const of = (id: 'kind' | 'decision') => (taken.includes(id) ? theirs : mine);
  const { kind = 'ordinary', mainNote = null, discussedWith = [] } = of('kind');
  const { decision } = of('decision');
  return { text, decision, ...kindFor({ kind, mainNote, discussedWith }) };
}
