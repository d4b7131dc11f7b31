import type { LetterToSign, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { useLettersToSign } from '../../signing/api';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { Time } from '../../ui/Time';
import { LetterPreview } from './LetterPreview';

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
      row={(letter) => (
        <Row
          of={letter}
          about={[t(`letterForm.${letter.form}`), letter.addressee].filter(Boolean).join(' · ')}
          aside={
            <>
              <Time at={letter.since} form="dayShort" />
              {letter.of > 1 && <span>{t('signing.signedOf', { signed: letter.signed, of: letter.of })}</span>}
            </>
          }
        />
      )}
      preview={(letter) => (
        <LetterPreview
          letter={letter}
          title={t(`letterForm.${letter.form}`)}
          to={letter.addressee}
          progress={[t('signing.signatures'), t('signing.signedOf', { signed: letter.signed, of: letter.of })]}
          onOpen={() => open(letter)}
        />
      )}
      selection={selection}
      selected={<SelectedLetters selection={selection} />}
      previewKeys={{ x: t('desk.keySelect') }}
    />
  );
}
