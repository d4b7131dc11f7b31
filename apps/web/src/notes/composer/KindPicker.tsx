import { type FileView, type Named, NOTE_KINDS, type NoteKind } from '@patravali/contract';
import { NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { useNoteNumbers } from '../api';
import classes from '../note.module.css';
import type { Composer } from './use-composer';

/** What the note is: quietly ordinary, until somebody says otherwise. */
export function KindPicker({ file, composer }: { file: Named<FileView>; composer: Composer }) {
  const { t } = useTranslations();
  const select = useRef<HTMLSelectElement>(null);
  const { numbers } = useNoteNumbers(file.id, file.counts.notes, composer.mainNote === null ? [] : [composer.mainNote]);
  const mains = numbers.filter(({ kind }) => kind !== 'sectional').map(({ number }) => number);
  const toAndFro = () =>
    document.activeElement === select.current ? composer.editor.commands.focus() : select.current?.focus();
  useKeys([{ key: 'alt+k', label: t('note.keyKind'), run: () => void toAndFro(), whileTyping: true }]);
  const choose = (kind: NoteKind) =>
    composer.setKind({ kind, mainNote: kind === 'sectional' ? (mains.at(-1) ?? null) : null });
  const offered = NOTE_KINDS.filter((kind) => kind !== 'sectional' || mains.length > 0);
  return (
    <span className={classes.kindPicker}>
      <NativeSelect
        ref={select}
        size="xs"
        variant="unstyled"
        aria-label={t('note.kind')}
        aria-keyshortcuts="Alt+K"
        value={composer.kind}
        onChange={(event) => choose(NOTE_KINDS.find((kind) => kind === event.currentTarget.value) ?? 'ordinary')}
        data={offered.map((value) => ({ value, label: t(`noteKind.${value}`) }))}
      />
      {composer.mainNote !== null && (
        <NativeSelect
          size="xs"
          variant="unstyled"
          aria-label={t('note.mainNote')}
          value={String(composer.mainNote)}
          onChange={(event) => composer.setKind({ mainNote: Number(event.currentTarget.value) })}
          data={mains.map((number) => ({ value: String(number), label: `N/${number}` }))}
        />
      )}
    </span>
  );
}
