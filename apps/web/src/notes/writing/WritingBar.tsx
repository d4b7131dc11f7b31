import type { Language, ListStyle } from '@patravali/contract';
import { ActionIcon } from '@mantine/core';
import type { Command } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from '../note.module.css';
import { PhrasePicker } from '../phrases/PhrasePicker';
import { around, insertTable, toggleList, toggleNumber, toggleQuotation } from '../editor/block-commands';
import { ListMenu } from './ListMenu';
import { PasteLine } from './PasteLine';
import { type AskedElsewhere, type AskedOnFile, insertReference } from '../editor/reference-node';
import { type OfferedReferences, ReferencePicker } from './ReferencePicker';
import { TableMenu } from './TableMenu';
import { useBegun } from './use-begun';

interface WritingBarProps {
  editor: Editor;
  /** A note, which can refer to its file; an opinion; or a letter, in this language. */
  writes: 'note' | 'opinion' | Language;
}

/**
 * Bold, italic, underline, lists, quotations, tables; phrases, but for an opinion; in a note also references. Beside a note that
 * nobody writes yet stand only the phrases, which write by themselves.
 */
export function WritingBar({ editor, writes }: WritingBarProps) {
  const { t } = useTranslations();
  const marks = useEditorState({ editor, selector: ({ editor: now }) => statesOf(now) });
  const run = (command: Command) => {
    command(editor.state, editor.view.dispatch, editor.view);
    // When the menu has given the focus back.
    requestAnimationFrame(() => editor.commands.focus());
  };
  const bar = useWritingKeys(editor, run);
  const isBegun = useBegun(editor) || writes !== 'note';
  return (
    <div ref={bar} className={classes.writingBar} role="toolbar" aria-label={t('note.writing')}>
      {isBegun && (
        <>
          <Mark label={t('note.bold')} icon="B" on={marks.bold} run={() => editor.chain().focus().toggleBold().run()} />
          <Mark
            label={t('note.italic')}
            icon="I"
            on={marks.italic}
            run={() => editor.chain().focus().toggleItalic().run()}
          />
          <Mark
            label={t('note.underline')}
            icon="U"
            on={marks.underline}
            run={() => editor.chain().focus().toggleUnderline().run()}
          />
          <Mark
            label={t('note.quotation')}
            icon="❝"
            on={marks.quoted}
            run={() => run(toggleQuotation)}
            disabled={!marks.quotable}
          />
          <Mark
            label={t('note.numbered')}
            icon="¶"
            on={marks.numbered}
            run={() => run(toggleNumber)}
            disabled={marks.within}
          />
          <ListMenu
            style={marks.list}
            disabled={marks.list === null && !marks.listable}
            onPick={(style) => run(toggleList(style))}
          />
          <TableMenu inTable={marks.inTable} run={run} />
          {writes === 'note' && <References editor={editor} />}
        </>
      )}
      {writes !== 'opinion' && <PhrasePicker editor={editor} letterIn={writes === 'note' ? null : writes} />}
      <PasteLine editor={editor} />
    </div>
  );
}

const ReferElsewhere = lazyPart(() =>
  import('../editor/elsewhere/ReferElsewhere').then((dialog) => dialog.ReferElsewhere),
);

/** The menu of what the note can refer to, and the dialogs for what lies elsewhere. */
function References({ editor }: { editor: Editor }) {
  const { t } = useTranslations();
  const [offered, offer] = useState<OfferedReferences>({ opened: false, only: null });
  const [asked, setAsked] = useState<AskedElsewhere | null>(null);
  useEffect(() => {
    const ask = (typed: AskedOnFile | AskedElsewhere) => {
      if (typed === 'letter' || typed === 'note') offer({ opened: true, only: typed });
      else setAsked(typed);
    };
    editor.on('askReference', ask);
    return () => void editor.off('askReference', ask);
  }, [editor]);
  return (
    <>
      <ReferencePicker
        offered={offered}
        // While it closes it shows what it showed.
        onChange={(opened) => offer(opened ? { opened, only: null } : { ...offered, opened })}
        onPick={(reference) => insertReference(editor, reference)}
        onAsk={setAsked}
      >
        <button type="button" className={classes.quiet}>
          {t('note.refer')}
        </button>
      </ReferencePicker>
      {asked && (
        <ReferElsewhere
          asked={asked}
          onPick={(reference) => {
            setAsked(null);
            insertReference(editor, reference);
          }}
          onClose={() => {
            setAsked(null);
            editor.commands.focus();
          }}
        />
      )}
    </>
  );
}

function statesOf(editor: Editor) {
  const { state } = editor;
  const { $from } = state.selection;
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    quoted: around($from, 'quotation') !== null,
    quotable: toggleQuotation(state),
    within: $from.depth !== 1,
    numbered: $from.depth === 1 && $from.parent.attrs.numbered === true,
    list: (around($from, 'list')?.node.attrs.style ?? null) as ListStyle | null,
    listable: toggleList('decimal')(state),
    inTable: around($from, 'table') !== null,
  };
}

/** The editor itself knows its keys; they are bound here so that they stand in the list of all keys. @returns for the bar. */
function useWritingKeys(editor: Editor, run: (command: Command) => void) {
  const { t, language } = useTranslations();
  const bar = useRef<HTMLDivElement>(null);
  const toBar = () => bar.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  const letters = language === 'en' ? 'letters-en' : 'letters-hi';
  const keys = [
    { key: 'ctrl+shift+1', label: t('note.keyTable'), run: () => run(insertTable) },
    { key: 'ctrl+shift+2', label: t('note.keyLettered'), run: () => run(toggleList(letters)) },
    { key: 'ctrl+shift+7', label: t('note.keyList'), run: () => run(toggleList('decimal')) },
    { key: 'ctrl+shift+8', label: t('note.keyBullets'), run: () => run(toggleList('bullets')) },
    { key: 'ctrl+shift+9', label: t('note.keyQuotation'), run: () => run(toggleQuotation) },
    { key: 'ctrl+shift+0', label: t('note.keyNumber'), run: () => run(toggleNumber) },
    { key: 'alt+F10', label: t('note.keyBar'), run: toBar, whileTyping: true },
  ];
  useKeys(keys, editor.isEditable);
  return bar;
}

interface MarkProps {
  label: string;
  icon: string;
  on: boolean;
  run: () => void;
  disabled?: boolean;
}

function Mark({ label, icon, on, run, disabled = false }: MarkProps) {
  return (
    <ActionIcon
      disabled={disabled}
      variant={on ? 'light' : 'subtle'}
      size={26}
      aria-label={label}
      aria-pressed={on}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <span aria-hidden data-mark={icon}>
        {icon}
      </span>
    </ActionIcon>
  );
}
