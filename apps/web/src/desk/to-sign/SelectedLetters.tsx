import type { LetterToSign, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import type { Selection } from '../../ui/list/selection';
import { Selected } from '../../bulk/Selected';
import { SignLettersDialog } from './SignLettersDialog';

/** The selected letters: all of them are signed with one key. */
export function SelectedLetters({ selection: { items, set } }: { selection: Selection<Named<LetterToSign>> }) {
  const { t } = useTranslations('signing');
  return (
    <Selected
      of="letters"
      things={items.map(({ id, number, subject }) => ({ id, number, subject }))}
      set={set}
      acts={[{ keys: 's', label: t('signing.sign'), Dialog: SignLettersDialog }]}
    />
  );
}
