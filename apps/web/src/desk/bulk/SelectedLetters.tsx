import type { LetterToSign, Named } from '@patravali/contract';
import type { Selection } from '../../ui/list/selection';
import { useSigningWords } from '../../signing/use-words';
import { Selected } from './Selected';
import { SignLettersDialog } from './SignLettersDialog';

/** The selected letters: all of them are signed with one key. */
export function SelectedLetters({ selection: { items, set } }: { selection: Selection<Named<LetterToSign>> }) {
  const say = useSigningWords();
  return (
    <Selected
      of="letters"
      things={items.map(({ id, number, subject }) => ({ id, number, subject }))}
      set={set}
      acts={[{ keys: 's', label: say('signing.sign'), Dialog: SignLettersDialog }]}
    />
  );
}
