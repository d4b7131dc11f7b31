import { isAttached } from '@patravali/contract';
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useSheetTurning } from '../sheet/turning/sheet-turning';
import { useLastNotes } from '../sheet/turning/stretches';
import { ASKING_LETTERS, type AskedElsewhere, type AskedOnFile } from '../editor/reference-node';
import { draftReference, noteReference, pageReference, type Reference } from '../editor/written-reference';

export interface OfferedReferences {
  opened: boolean;
  /** What was asked for by its letters; null for all that there is. */
  only: AskedOnFile | null;
}

interface ReferencePickerProps {
  offered: OfferedReferences;
  onChange: (opened: boolean) => void;
  onPick: (reference: Reference) => void;
  /** Of what lies elsewhere more must be asked. */
  onAsk: (asked: AskedElsewhere) => void;
  /** The button that opens it. */
  children: ReactNode;
}

const LATEST_NOTES = 8;
const ELSEWHERE = ['file', 'act', 'order'] as const;

/** What a note of this file can refer to: its letters, its latest notes, its drafts, and what lies elsewhere. */
export function ReferencePicker({ offered, onChange, onPick, onAsk, children }: ReferencePickerProps) {
  const { t, translate } = useTranslations();
  const { opened, only } = offered;
  const { fileId, noteCount, ...onFile } = useSheetTurning();
  const latest = useLastNotes(fileId, noteCount, LATEST_NOTES).notes;
  const letters = only === 'note' ? [] : onFile.correspondence.filter(isAttached);
  const notes = only === 'letter' ? [] : latest;
  const drafts = only === null ? onFile.drafts : [];
  const nothing = letters.length + notes.length + drafts.length === 0;
  return (
    <Menu position="top-start" width={340} opened={opened} onChange={onChange}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {nothing && <Menu.Label>{t('note.nothingToRefer')}</Menu.Label>}
        {letters.map((letter) => (
          <Choice key={letter.id} reference={pageReference(letter.firstPage)} text={letter.party} onPick={onPick} />
        ))}
        {drafts.map((draft) => (
          <Choice
            key={draft.id}
            reference={draftReference(draft, drafts.length === 1)}
            text={draft.subject}
            onPick={onPick}
          />
        ))}
        {notes.map((note) => (
          <Choice
            key={note.id}
            reference={noteReference(note.number)}
            text={translate(note.author.post.designation)}
            onPick={onPick}
          />
        ))}
        {only === null && <Elsewhere onAsk={onAsk} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function Elsewhere({ onAsk }: Pick<ReferencePickerProps, 'onAsk'>) {
  const { t } = useTranslations();
  return (
    <>
      <Menu.Divider />
      {ELSEWHERE.map((asked) => (
        <Menu.Item key={asked} onClick={() => onAsk(asked)}>
          <span className="mono">{ASKING_LETTERS[asked]}</span> {t(`note.elsewhere.${asked}`)}
        </Menu.Item>
      ))}
    </>
  );
}

function Choice({ reference, text, onPick }: { reference: Reference; text: string; onPick: (one: Reference) => void }) {
  return (
    <Menu.Item onClick={() => onPick(reference)}>
      <span className="mono">{reference.label}</span> {text}
    </Menu.Item>
  );
}
