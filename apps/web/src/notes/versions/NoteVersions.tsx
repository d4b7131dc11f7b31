import { type FileView, type Named, type NoteVersion, plainText } from '@patravali/contract';
import { Modal, NativeSelect, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useNoteVersions } from '../api';
import { ComparedTexts } from './ComparedTexts';
import classes from './versions.module.css';

/** Who wrote and who changed the note in writing: two of its versions side by side. */
export function NoteVersions({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t } = useTranslations();
  const { items } = useNoteVersions(file.id);
  const [chosen, setChosen] = useState<{ older?: number; newer?: number }>({});
  const newer = items.find(({ number }) => number === chosen.newer) ?? items.at(-1);
  const older = items.find(({ number }) => number === chosen.older) ?? items.at(-2) ?? newer;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('note.versionsTitle')}
      closeButtonProps={{ 'aria-label': t('page.close') }}
    >
      {older && newer ? (
        <div className={classes.versions}>
          <VersionPicker
            label={t('draft.older')}
            versions={items}
            value={older.number}
            onChange={(number) => setChosen((known) => ({ ...known, older: number }))}
          />
          <VersionPicker
            label={t('draft.newer')}
            versions={items}
            value={newer.number}
            onChange={(number) => setChosen((known) => ({ ...known, newer: number }))}
          />
          <VersionKind version={older} />
          <VersionKind version={newer} />
          <ComparedTexts older={plainText(older.text)} newer={plainText(newer.text)} />
        </div>
      ) : (
        <Skeleton height={200} />
      )}
    </Modal>
  );
}

/** Of which kind the note was then. */
function VersionKind({ version: { kind, mainNote, discussedWith } }: { version: Named<NoteVersion> }) {
  const { t, marking } = useTranslations();
  return (
    <p className={classes.kind}>
      {mainNote === null ? t(`noteKind.${kind}`) : t('note.sectionOf', { note: String(mainNote) })}
      {discussedWith.length > 0 && `: ${discussedWith.map(marking).join(', ')}`}
    </p>
  );
}

interface VersionPickerProps {
  label: string;
  versions: readonly Named<NoteVersion>[];
  value: number;
  onChange: (version: number) => void;
}

function VersionPicker({ label, versions, value, onChange }: VersionPickerProps) {
  const { t, translate, dateTime, marking } = useTranslations();
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={versions.map(({ number, by, at }) => ({
        value: String(number),
        label: t('note.versionBy', {
          version: number,
          name: translate(by.name),
          post: marking(by.post),
          at: dateTime(at),
        }),
      }))}
    />
  );
}
