import type { QuickPhrase } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { useActing } from '../../identity/use-session';
import { Palette, PaletteDialog } from '../../keyboard/CommandPalette';
import { Kbd } from '../../keyboard/Kbd';
import { useKeys } from '../../keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import note from '../note.module.css';
import { quickPhrasesQuery } from './api';
import { insertPhrase } from './insert-phrase';
import { type ShownPhrase, shownPhrase } from './phrase-text';
import classes from './phrases.module.css';
import { STANDARD_PHRASES } from './standard-phrases';

const KEY = 'alt+q';
/** As many as there are digits. */
const WITH_DIGIT = 9;

/** The button, and the key, that offer the phrases of the person, the unit and every office. */
export function PhrasePicker({ editor }: { editor: Editor }) {
  const { t } = useTranslations();
  const [open, setOpen] = useState(false);
  // They are there before the key is pressed, so that its digits mean what they meant the last time.
  const { data, isPending } = useQuery(quickPhrasesQuery());
  useKeys([{ key: KEY, label: t('note.keyPhrases'), run: () => setOpen(true), whileTyping: true }], editor.isEditable);
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
          onPick={(text) => afterwards(() => insertPhrase(editor, text))}
          onClose={close}
        />
      </PaletteDialog>
    </>
  );
}

interface PhrasesProps {
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

function Phrases({ phrases, isFetching, onPick, onClose }: PhrasesProps) {
  const { t, language } = useTranslations();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const found = (words: string) => words.toLowerCase().includes(typed.trim().toLowerCase());
  const groups = useGroups(phrases).map(({ label, offered }) => ({
    label,
    offered: offered.filter(({ words }) => found(words)),
  }));
  const manage = { id: 'manage', label: t('phrases.manage'), run: () => void navigate({ to: '/phrases' }) };
  const all = groups.flatMap(({ offered }) => offered);
  const digits = typed === '' && !isFetching ? all.slice(0, WITH_DIGIT) : [];
  useKeys(
    digits.map(({ text }, index) => ({
      ...{ key: String(index + 1), label: text, whileTyping: true, inDialog: true, hidden: true },
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
function useGroups(phrases: readonly QuickPhrase[]): { label: string; offered: Offered[] }[] {
  const { t, translate, language } = useTranslations();
  const { post } = useActing();
  const of = (owner: QuickPhrase['of']) =>
    phrases
      .filter((phrase) => phrase.of === owner)
      .map(({ id, text }) => ({
        ...shownPhrase(text, language),
        id,
        words: `${text.hi ?? ''} ${text.en ?? ''}`,
      }));
  return [
    { label: t('phrases.mine'), offered: of('person') },
    { label: t('phrases.ofUnit', { unit: translate(post.unit) }), offered: of('unit') },
    {
      label: t('phrases.standard'),
      offered: STANDARD_PHRASES.map((key) => ({ id: key, text: t(key), language, words: t(key) })),
    },
  ];
}
