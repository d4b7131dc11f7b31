import { correspondencePages } from '@messages/correspondence-pages';
import { type AttachedLetter, type EnclosedDocument, isAttached, type Named } from '@patravali/contract';
import { useState } from 'react';
import { useCorrespondence } from '../../../correspondence/api';
import { lettersShown } from '../../../correspondence/sheet/letters-shown';
import { Palette, PaletteDialog } from '../../../ui/keyboard/CommandPalette';
import { useTranslations } from '../../../language/use-translations';

interface ChooseEnclosureProps {
  fileId: string;
  enclosed: readonly EnclosedDocument[];
  onChoose: (document: EnclosedDocument) => void;
  onClose: () => void;
}

const LONGEST_TITLE = 300;

/** Finds what lies on the file by its pages, its sender or addressee, its number or its subject, and encloses it. */
export function ChooseEnclosure({ fileId, enclosed, onChoose, onClose }: ChooseEnclosureProps) {
  const { t } = useTranslations('enclosures');
  const [typed, setTyped] = useState('');
  const { items, isFetching } = useCorrespondence(fileId);
  const taken = new Set(enclosed.map(({ documentId }) => documentId));
  const letters = lettersShown(items, { kind: 'all', typed }, (flag) => t(`flag.${flag}`))
    .filter(isAttached)
    .filter(({ document }) => !taken.has(document.id));
  return (
    <PaletteDialog opened label={t('enclosure.chooseTitle')} onClose={onClose}>
      <Palette
        typed={typed}
        onType={setTyped}
        label={t('enclosure.chooseTitle')}
        placeholder={t('enclosure.find')}
        groups={[
          {
            label: t('enclosure.onFile'),
            commands: letters.map((letter) => ({
              id: letter.id,
              label: <Line letter={letter} />,
              run: () => onChoose(enclosedOf(letter)),
            })),
          },
        ]}
        isFetching={isFetching}
        onClose={onClose}
      />
    </PaletteDialog>
  );
}

function Line({ letter }: { letter: Named<AttachedLetter> }) {
  const { dayShort } = useTranslations();
  const { letterNumber, letterDate, party, subject } = letter;
  return (
    <>
      <span className="mono">{correspondencePages(letter)}</span> {subject}
      <br />
      <span className="soft small">
        {[party, letterNumber, letterDate && dayShort(letterDate)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

/** Its subject is its title until the writer says otherwise. */
const enclosedOf = ({ document: { id, pages, sha256 }, subject }: Named<AttachedLetter>): EnclosedDocument => ({
  documentId: id,
  pages,
  sha256,
  title: Array.from(subject).slice(0, LONGEST_TITLE).join(''),
});
