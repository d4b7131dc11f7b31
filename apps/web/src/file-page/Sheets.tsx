import { type FileView, isAttached, type Named, type PlaceOnFile } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useCorrespondence } from '../correspondence/api';
import { useFileDrafts } from '../drafts/api';
import { ExtractPage } from '../records/ExtractPage';
import { BesidePane } from '../correspondence/sheet/BesidePane';
import { CorrespondenceSheet } from '../correspondence/sheet/CorrespondenceSheet';
import { isFocusOnPageAlone } from '../ui/keyboard/focus-on-page';
import { useKeys } from '../ui/keyboard/keys';
import { useTranslations } from '../language/use-translations';
import { NoteSheet } from '../notes/sheet/NoteSheet';
import { PinnedNotes } from '../notes/sheet/PinnedNotes';
import { useSheet } from '../notes/sheet/turning/stretches';
import { type NotePlace, type SheetTurning, SheetTurningContext } from '../notes/sheet/turning/sheet-turning';
import { wordsOfAddress } from '../ui/page/found-in-address';
import { TwoSheets } from '../ui/page/TwoSheets';
import classes from '../files/file.module.css';
import { SheetFoot } from './SheetFoot';
import { useWholeList } from '../api/lists/use-whole-list';

/** The note sheet on the left, the correspondence on the right, each turned to what the other refers to. */
export function Sheets({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const sheet = useSheet(file.id, file.counts.notes);
  useFocusOnSheet(file.id);
  const correspondence = useWholeList(useCorrespondence(file.id));
  const drafts = useWholeList(useFileDrafts(file.id));
  const { notePlace, pagePlace, turnTo } = usePlaces();
  const [letterId, setLetterId] = useState<string | null>(null);
  const [isBeside, layBeside] = useState(false);
  const letters = correspondence.items;
  const areSeveral = letters.filter(isAttached).length > 1;
  const toggle = () => layBeside(!isBeside);
  useKeys([{ key: 'l', label: t('correspondence.beside'), run: toggle }], areSeveral);
  const turning = useMemo<SheetTurning>(
    () => ({
      fileId: file.id,
      noteCount: file.counts.notes,
      notes: sheet.stretches.flatMap(({ notes }) => notes ?? []),
      correspondence: correspondence.items,
      drafts: drafts.items,
      turnTo,
    }),
    [file.id, file.counts.notes, sheet, correspondence.items, drafts.items, turnTo],
  );
  return (
    <SheetTurningContext value={turning}>
      <TwoSheets
        paper="green"
        printed="left"
        left={
          <>
            <div className={classes.covered} inert={isBeside}>
              <PinnedNotes notes={file.pinnedNotes} />
              <NoteSheet sheet={sheet} place={notePlace} />
              <SheetFoot file={file} />
            </div>
            {isBeside && <BesidePane letters={letters} openId={letterId} onClose={() => layBeside(false)} />}
          </>
        }
        right={
          <CorrespondenceSheet
            file={file}
            correspondence={correspondence}
            place={pagePlace}
            onLetter={setLetterId}
            beside={areSeveral ? { toggle } : null}
          >
            {(page) => <ExtractPage file={file} page={page} />}
          </CorrespondenceSheet>
        }
      />
    </SheetTurningContext>
  );
}

/** Whoever opens a file has the focus on its note sheet, unless it is somewhere already. */
function useFocusOnSheet(fileId: string): void {
  useEffect(() => {
    const sheet = document.querySelector<HTMLElement>('[data-first-focus]');
    if (!sheet || !isFocusOnPageAlone()) return;
    sheet.dataset.led = '';
    sheet.addEventListener('blur', () => delete sheet.dataset.led, { once: true });
    sheet.focus({ preventScroll: true });
  }, [fileId]);
}

/** Where both sheets are turned to. The address of the page may say a page of the correspondence, or a note. */
function usePlaces() {
  const navigate = useNavigate();
  const { page, note, found } = useSearch({ from: '/office/files/$fileId' });
  const addressed = useMemo<NotePlace | null>(
    () => (note === undefined ? null : { note, words: wordsOfAddress(found) }),
    [note, found],
  );
  const [referred, setNotePlace] = useState<NotePlace | null>(null);
  const [pagePlace, setPagePlace] = useState<{ page: number } | null>(page === undefined ? null : { page });
  useEffect(() => setNotePlace(null), [addressed]);
  useEffect(() => {
    if (page !== undefined) setPagePlace((known) => (known?.page === page ? known : { page }));
  }, [page]);
  const turnTo = useMemo(
    () => (to: PlaceOnFile) => {
      if (to.kind === 'correspondence') setPagePlace({ page: to.page });
      else if (to.kind === 'note') setNotePlace({ note: to.note, paragraph: to.paragraph });
      else void navigate({ to: '/drafts/$draftId', params: { draftId: to.draftId } });
    },
    [navigate],
  );
  return { notePlace: referred ?? addressed, pagePlace, turnTo };
}
