import type { Language, QuickPhrase } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useActing } from '../../api/use-session';
import { Palette, PaletteDialog } from '../../ui/keyboard/CommandPalette';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import note from '../note.module.css';
import { quickPhrasesQuery } from './api';
import { insertPhrase } from './insert-phrase';
import { letterPhrases } from './letter-phrases';
import { type ShownPhrase, shownPhrase } from './phrase-text';
import classes from './phrases.module.css';
import { STANDARD_PHRASES } from './standard-phrases';

const KEY = 'alt+q';
/** As many as there are digits. */
const WITH_DIGIT = 9;

interface PhrasePickerProps {
  editor: Editor;
  /** Of the letter that is written; null for a note, which takes the language of the page. */
  letterIn: Language | null;
}

/** The button, and the key, that offer the phrases of the person, the unit, the office and every office. */
export function PhrasePicker({ editor, letterIn }: PhrasePickerProps) {
  const { t } = useTranslations();
  const [open, setOpen] = useState(false);
  // They are there before the key is pressed, so that its digits mean what they meant the last time.
  const { data, isPending } = useQuery(quickPhrasesQuery());
  // A letter has several texts: the key is for the one that is written.
  const isFocused = useEditorState({ editor, selector: ({ editor: now }) => now.isFocused });
  useKeys(
    [{ key: KEY, label: t('note.keyPhrases'), run: () => setOpen(true), whileTyping: true }],
    editor.isEditable && (letterIn === null || isFocused),
  );
  // The dialog gives back the focus when it has closed; one writes on in the note.
  const afterwards = (act: () => void) =>
    requestAnimationFrame(() => {
      if (!editor.isDestroyed) act();
    });
  const close = () => {
    setOpen(false);
    afterwards(() => editor.commands.focus());
  };
  return (
    <>
      <button
        type="button"
        className={note.quiet}
        aria-haspopup="dialog"
        aria-keyshortcuts="Alt+Q"
        title={`${t('note.keyPhrases')} (Alt+Q)`}
        onClick={() => setOpen(true)}
      >
        {t('note.phrases')}
      </button>
      <PaletteDialog opened={open} label={t('note.keyPhrases')} returnFocus={false} onClose={close}>
        <Phrases
          phrases={data?.items ?? []}
          isFetching={isPending}
          letterIn={letterIn}
          onPick={(text) => afterwards(() => insertPhrase(editor, text))}
          onClose={close}
        />
      </PaletteDialog>
    </>
  );
}

interface PhrasesProps extends Pick<PhrasePickerProps, 'letterIn'> {
  phrases: readonly QuickPhrase[];
  isFetching: boolean;
  onPick: (text: string) => void;
  onClose: () => void;
}

interface Offered extends ShownPhrase {
  id: string;
  /** What it is found by, also in the other language. */
  words: string;
}

function Phrases({ phrases, isFetching, letterIn, onPick, onClose }: PhrasesProps) {
  const { t, language } = useTranslations('phrases');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const found = (words: string) => words.toLowerCase().includes(typed.trim().toLowerCase());
  const groups = useGroups(phrases, letterIn).map(({ label, offered }) => ({
    label,
    offered: offered.filter(({ words }) => found(words)),
  }));
  const manage = { id: 'manage', label: t('phrases.manage'), run: () => void navigate({ to: '/phrases' }) };
  const all = groups.flatMap(({ offered }) => offered);
  const digits = typed === '' && !isFetching ? all.slice(0, WITH_DIGIT) : [];
  useKeys(
    digits.map(({ text }, index) => ({
      key: String(index + 1),
      label: text,
      whileTyping: true,
      inDialog: true,
      hidden: true,
      run: () => {
        onClose();
        onPick(text);
      },
    })),
  );
  const lineOf = (one: Offered) => (
    <span className={classes.offered}>
      <span lang={one.language === language ? undefined : one.language}>{one.text}</span>
      {digits.includes(one) && <Kbd keys={String(digits.indexOf(one) + 1)} />}
    </span>
  );
  return (
    <Palette
      typed={typed}
      onType={setTyped}
      label={t('note.keyPhrases')}
      placeholder={t('phrases.find')}
      groups={[
        ...groups.map(({ label, offered }) => ({
          label,
          commands: offered.map((one) => ({ id: one.id, label: lineOf(one), run: () => onPick(one.text) })),
        })),
        { label: t('phrases.title'), commands: found(t('phrases.manage')) ? [manage] : [] },
      ]}
      isFetching={isFetching}
      onClose={onClose}
    />
  );
}

/** Whose phrases are offered, one's own first. */
function useGroups(
  phrases: readonly QuickPhrase[],
  letterIn: Language | null,
): { label: string; offered: Offered[] }[] {
  const { t, translate, language: ofPage } = useTranslations('phrases');
  const language = letterIn ?? ofPage;
  const { post } = useActing();
  const of = (owner: QuickPhrase['of']) =>
    phrases
      .filter((phrase) => phrase.of === owner)
      .map(({ id, text }) => ({
        ...shownPhrase(text, language),
        id,
        words: `${text.hi ?? ''} ${text.en ?? ''}`,
      }));
  const standard = letterIn ? letterPhrases(letterIn) : STANDARD_PHRASES.map((key) => [key, t(key)] as const);
  return [
    { label: t('phrases.mine'), offered: of('person') },
    { label: t('phrases.ofUnit', { unit: translate(post.unit) }), offered: of('unit') },
    { label: t('phrases.ofOffice'), offered: of('office') },
    {
      label: t('phrases.standard'),
      offered: standard.map(([id, text]) => ({ id, text, language, words: text })),
    },
  ];
}
