import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useList } from '../../api/lists/use-list';
import { useActsOnPage } from '../../ui/keyboard/acts';
import { ActLine } from '../../ui/keyboard/ActLine';
import { Palette, PaletteDialog } from '../../ui/keyboard/CommandPalette';
import { useTranslations } from '../../language/use-translations';
import { usePaletteCommands } from './palette-commands';

interface OfficePaletteProps {
  opened: boolean;
  onClose: () => void;
}

const TYPING_PAUSE_MS = 150;
const SHOWN_FILES = 8;

/** Ctrl+K: do what the page offers, go anywhere, begin anything, or open a file by number or words. */
export function OfficePalette({ opened, onClose }: OfficePaletteProps) {
  const { t } = useTranslations();
  return (
    <PaletteDialog opened={opened} label={t('keys.palette')} onClose={onClose}>
      <Choices onClose={onClose} />
    </PaletteDialog>
  );
}

function Choices({ onClose }: Pick<OfficePaletteProps, 'onClose'>) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const isAsked = asked.length > 1;
  const files = useList('findFiles', { query: { q: asked } }, { enabled: isAsked, limit: SHOWN_FILES });
  const found = (isAsked ? files.items : []).map((file) => ({
    id: file.id,
    label: (
      <>
        <span className="mono">{file.number}</span> {file.subject}
      </>
    ),
    run: () => void navigate({ to: '/files/$fileId', params: { fileId: file.id } }),
  }));
  const everything = {
    id: 'everything',
    label: t('page.searchEverything', { q: asked }),
    run: () => void navigate({ to: '/search', search: { q: asked } }),
  };
  const words = typed.trim().toLowerCase();
  const isMeant = ({ label }: { label: string }) => label.toLowerCase().includes(words);
  const commands = usePaletteCommands().filter(isMeant);
  const acts = useActsOnPage().map((group) => ({
    label: group.label,
    commands: group.acts.filter(isMeant).map((act) => ({
      id: `act-${act.id}`,
      label: <ActLine act={act} />,
      disabled: act.whyNot !== undefined,
      run: act.run,
    })),
  }));
  return (
    <Palette
      typed={typed}
      onType={setTyped}
      label={t('keys.palette')}
      placeholder={t('page.palettePlaceholder')}
      groups={[
        ...acts,
        { label: t('page.files'), commands: found },
        { label: t('page.ways'), commands },
        // Last: Enter goes where the words lead by themselves.
        { label: t('keys.search'), commands: isAsked ? [everything] : [] },
      ]}
      isFetching={files.isFetching}
      onClose={onClose}
    />
  );
}
