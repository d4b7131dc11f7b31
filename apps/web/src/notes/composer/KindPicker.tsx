import { type FileView, type Named, NOTE_KINDS, type NoteKind } from '@patravali/contract';
import { NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { useNoteNumbers } from '../api';
import { useBegun } from '../writing/use-begun';
import classes from '../note.module.css';
import type { Composer } from './use-composer';

/** What the note is: ordinary until somebody says otherwise, and not asked before somebody writes. */
export function KindPicker({ file, composer }: { file: Named<FileView>; composer: Composer }) {
  const { t } = useTranslations();
  const select = useRef<HTMLSelectElement>(null);
  const { numbers } = useNoteNumbers(file.id, file.counts.notes, composer.mainNote === null ? [] : [composer.mainNote]);
  const mains = numbers.filter(({ kind }) => kind !== 'sectional').map(({ number }) => number);
  const [isAsked, setAsked] = useState(false);
  const isShown = useBegun(composer.editor) || isAsked || composer.kind !== 'ordinary';
  const toAndFro = () => {
    flushSync(() => setAsked(true));
    if (document.activeElement === select.current) composer.editor.commands.focus();
    else select.current?.focus();
  };
  useKeys([{ key: 'alt+k', label: t('note.keyKind'), run: toAndFro, whileTyping: true }]);
  const choose = (kind: NoteKind) =>
    composer.setKind({ kind, mainNote: kind === 'sectional' ? (mains.at(-1) ?? null) : null });
  const offered = NOTE_KINDS.filter((kind) => kind !== 'sectional' || mains.length > 0);
  if (!isShown) return null;
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
