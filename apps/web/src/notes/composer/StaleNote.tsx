import type { NoteContent } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import { StaleText } from '../merging/StaleText';
import { mergedNote, noteFacts } from './note-facts';

interface StaleNoteProps {
  mine: NoteContent;
  theirs: NoteContent;
  onSettle: (content: NoteContent) => void;
}

/** Another window has saved another note: in what the two differ, and what becomes of them. */
export function StaleNote({ mine, theirs, onSettle }: StaleNoteProps) {
  const { t, marking } = useTranslations();
  const { data: posts } = usePosts();
  const markingOf = (id: string) => marking(posts?.find((post) => post.id === id)) || '…';
  return (
    <StaleText
      mine={mine.text}
      theirs={theirs.text}
      facts={noteFacts({ mine, theirs }, t, markingOf)}
      onSettle={(text, taken) => onSettle(mergedNote({ mine, theirs }, text, taken))}
    />
  );
}
