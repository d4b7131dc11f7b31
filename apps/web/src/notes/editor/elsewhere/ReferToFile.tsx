import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useList } from '../../../api/lists/use-list';
import { Palette } from '../../../ui/keyboard/CommandPalette';
import { useTranslations } from '../../../language/use-translations';
import { useSheetTurning } from '../../sheet/turning/sheet-turning';
import type { ReferDialogProps } from './refer-dialog';

const TYPING_PAUSE_MS = 150;
const OFFERED = 12;

/** Finds another file among those that one may read, by its number or by words of its subject. */
export function ReferToFile({ onPick, onClose }: ReferDialogProps) {
  const { t } = useTranslations();
  const { fileId } = useSheetTurning();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const rows = useList('findFiles', { query: { q: asked } }, { limit: OFFERED });
  // Enter takes the first that is shown: never one of what was typed before.
  const isOf = asked === typed.trim() && !rows.isPlaceholderData;
  const files = isOf ? rows.items.filter(({ id }) => id !== fileId) : [];
  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      title={t('note.referTo.file')}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      size={620}
      padding={0}
      styles={{ header: { paddingInline: 16 } }}
    >
      <Palette
        typed={typed}
        onType={setTyped}
        label={t('note.files')}
        placeholder={t('note.findFile')}
        groups={[
          {
            label: t('note.files'),
            commands: files.map(({ id, number, subject }) => ({
              id,
              label: (
                <>
                  <span className="mono">{number}</span> {subject}
                </>
              ),
              run: () => onPick({ to: { kind: 'file', fileId: id }, label: number }),
            })),
          },
        ]}
        isFetching={rows.isFetching || !isOf}
        onClose={onClose}
      />
    </Modal>
  );
}
