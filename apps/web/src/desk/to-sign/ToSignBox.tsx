import type { LetterToSign, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { useLettersToSign } from '../../signing/api';
import { ListPage } from '../../ui/list/ListPage';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { LetterToSignPreview, LetterToSignRow } from './LetterToSignRow';

const SelectedLetters = lazyPart(() => import('./SelectedLetters').then((part) => part.SelectedLetters));

/** The letters whose next signature is this post's, wherever their files are. */
export function ToSignBox() {
  const { t } = useTranslations('signing');
  const rows = useLettersToSign();
  const selection = useSelection(rows.items);
  const navigate = useNavigate();
  const open = ({ id }: Named<LetterToSign>) =>
    void navigate({ to: '/letters-to-sign/$issueId', params: { issueId: id } });
  return (
    <ListPage
      title={t('desk.box.to-sign')}
      rows={rows}
      empty={t('signing.nothing')}
      onOpen={open}
      row={(letter) => <LetterToSignRow letter={letter} />}
      preview={(letter) => <LetterToSignPreview letter={letter} onOpen={() => open(letter)} />}
      selection={selection}
      selected={<SelectedLetters selection={selection} />}
      previewKeys={{ x: t('desk.keySelect') }}
    />
  );
}
