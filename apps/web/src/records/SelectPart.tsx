import {
  type CorrespondenceView,
  type FileSelection,
  joined,
  type Named,
  readSelection,
  type Stretch,
  without,
  writeSelection,
} from '@patravali/contract';
import { correspondencePages } from '@messages/correspondence-pages';
import { Button, Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWholeList } from '../api/lists/use-whole-list';
import { useCorrespondence } from '../correspondence/api';
import { useTranslations } from '../language/use-translations';
import { FormDialog } from '../ui/FormDialog';
import classes from './select-part.module.css';
import { type PrintedFile, usePdf } from './use-pdf';

const NOTHING: FileSelection = { pages: [], notes: [] };

/** Which pages and notes are copied: typed, or clicked together from the letters of the file and a stretch of its notes. */
export function SelectPart({ file, onClose }: { file: PrintedFile; onClose: () => void }) {
  const { t } = useTranslations('my-pdfs');
  const letters = useWholeList(useCorrespondence(file.id)).items;
  const { working, selection: make } = usePdf(file);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState(false);
  const selection = readSelection(typed);
  const present = presentOn(file);
  const missing = selection && writeSelection(differenceOf(selection, present));
  const wrong = !selection
    ? t('pdfs.notUnderstood')
    : missing
      ? t('pdfs.notOnFile', { missing, present: writeSelection(present) || '—' })
      : null;
  const choose = (change: (now: FileSelection) => FileSelection) =>
    setTyped(writeSelection(change(selection ?? NOTHING)));

  const submit = async () => {
    setTold(true);
    if (selection && !wrong && (await make(selection))) onClose();
  };
  return (
    <FormDialog
      title={t('pdfs.partTitle', { number: file.number })}
      act={t('pdfs.make')}
      pending={working !== null}
      size={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('pdfs.selection')}
        description={t('pdfs.selectionHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setTold(false);
        }}
        onBlur={() => setTold(typed !== '')}
        error={told ? wrong : null}
        data-autofocus
      />
      {file.counts.notes > 0 && (
        <NotesFromTo
          most={file.counts.notes}
          onAdd={(notes) => choose((now) => ({ ...now, notes: joined([...now.notes, notes]) }))}
        />
      )}
      {letters.length > 0 && (
        <fieldset className={classes.letters}>
          <legend>{t('pdfs.letters')}</legend>
          <div className={classes.list}>
            {letters.map((letter) => (
              <LetterBox
                key={letter.id}
                letter={letter}
                pages={selection?.pages ?? []}
                onChange={(pages) => choose((now) => ({ ...now, pages }))}
              />
            ))}
          </div>
        </fieldset>
      )}
    </FormDialog>
  );
}

const presentOn = ({ counts: { pages, notes } }: PrintedFile): FileSelection => ({
  pages: pages > 0 ? [{ first: 1, last: pages }] : [],
  notes: notes > 0 ? [{ first: 1, last: notes }] : [],
});

const differenceOf = (one: FileSelection, other: FileSelection): FileSelection => ({
  pages: without(one.pages, other.pages),
  notes: without(one.notes, other.notes),
});

interface LetterBoxProps {
  letter: Named<CorrespondenceView>;
  /** Those that are selected. */
  pages: readonly Stretch[];
  onChange: (pages: readonly Stretch[]) => void;
}

function LetterBox({ letter, pages, onChange }: LetterBoxProps) {
  const own = { first: letter.firstPage, last: letter.lastPage };
  const left = without([own], pages);
  const checked = left.length === 0;
  const some = !checked && without(pages, [own]).length !== pages.length;
  return (
    <Checkbox
      checked={checked}
      indeterminate={some}
      onChange={() => onChange(checked ? without(pages, [own]) : joined([...pages, own]))}
      label={
        <>
          <span className="mono">{correspondencePages(letter)}</span> {letter.party} · {letter.subject}
        </>
      }
    />
  );
}

function NotesFromTo({ most, onAdd }: { most: number; onAdd: (notes: Stretch) => void }) {
  const { t } = useTranslations('my-pdfs');
  const [first, setFirst] = useState<string | number>('');
  const [last, setLast] = useState<string | number>('');
  const stretch = { first: Number(first), last: Number(last === '' ? first : last) };
  const possible = stretch.first >= 1 && stretch.last >= stretch.first && stretch.last <= most;
  const field = { min: 1, max: most, allowDecimal: false, allowNegative: false, size: 'xs', w: 110 } as const;
  return (
    <Group gap="xs" align="end">
      <NumberInput label={t('pdfs.notesFrom')} value={first} onChange={setFirst} {...field} />
      <NumberInput label={t('pdfs.notesTo')} value={last} onChange={setLast} {...field} />
      <Button variant="default" size="xs" disabled={!possible} onClick={() => onAdd(stretch)}>
        {t('pdfs.addNotes')}
      </Button>
    </Group>
  );
}
