import { Combobox, Modal, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFindFiles } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import classes from './CommandPalette.module.css';
import { usePaletteCommands } from '../app/palette-commands';

const TYPING_PAUSE_MS = 150;

/** Ctrl+K: go anywhere, begin anything, or open a file by number or words. */
export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslations();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('keys.palette') } }}
      size={620}
      padding={0}
      yOffset="12vh"
    >
      <Palette onClose={onClose} />
    </Modal>
  );
}

function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const combobox = useCombobox({ opened: true });
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const files = useFindFiles({ q: asked }, { enabled: asked.length > 1, limit: 8 });
  const ways = usePaletteCommands().filter((way) => way.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const found = asked.length > 1 ? files.items : [];
  const { selectFirstOption } = combobox;
  // The input says which list it controls, and the list is known only after the first drawing.
  const [, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  useEffect(() => {
    selectFirstOption();
  }, [typed, found.length, selectFirstOption]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        onClose();
        const way = ways.find((one) => one.id === value);
        if (way) way.go();
        else void navigate({ to: '/files/$fileId', params: { fileId: value } });
      }}
    >
      <Combobox.EventsTarget withExpandedAttribute>
        <input
          className={classes.input}
          data-autofocus
          value={typed}
          placeholder={t('page.palettePlaceholder')}
          aria-label={t('page.palettePlaceholder')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label={t('keys.palette')} tabIndex={0}>
        {found.length > 0 && (
          <Combobox.Group label={t('page.files')}>
            {found.map((file) => (
              <Combobox.Option key={file.id} value={file.id}>
                <span className="mono">{file.number}</span> {file.subject}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {ways.length > 0 && (
          <Combobox.Group label={t('page.ways')}>
            {ways.map((way) => (
              <Combobox.Option key={way.id} value={way.id}>
                {way.label}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {found.length === 0 && ways.length === 0 && (
          <Combobox.Empty>{files.isFetching ? t('page.loading') : t('page.nothingFound')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}
