import {
  allWordsOf,
  type Named,
  type NoteView,
  paragraphText,
  type PlaceOnFile,
  type ReferenceTarget,
} from '@patravali/contract';
import { HoverCard, Skeleton } from '@mantine/core';
import { useTranslations } from '../../../language/use-translations';
import classes from '../../note.module.css';
import { DecisionBadge } from '../lines/DecisionBadge';
import { TakenBackLine } from '../lines/TakenBackLine';
import { ReferenceElsewhere } from './ReferenceElsewhere';
import { letterAt, paragraphOf, useSheetTurning } from '../turning/sheet-turning';
import { useNote } from '../turning/stretches';

interface ReferenceLinkProps {
  to: ReferenceTarget;
  label: string;
}

/** A reference in a text: leads to its place, and hovering shows what is there. */
export function ReferenceLink({ to, label }: ReferenceLinkProps) {
  if (to.kind === 'act') return label;
  if (to.kind === 'file' || to.kind === 'order') return <ReferenceElsewhere to={to} label={label} />;
  return <ReferenceOnFile to={to} label={label} />;
}

/** Turns the other sheet. */
function ReferenceOnFile({ to, label }: { to: PlaceOnFile; label: string }) {
  const { turnTo } = useSheetTurning();
  return (
    <HoverCard openDelay={250} width={340} shadow="md" position="top" withinPortal>
      <HoverCard.Target>
        <button type="button" className={classes.reference} onClick={() => turnTo(to)}>
          {label}
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <ReferencePreview to={to} />
      </HoverCard.Dropdown>
    </HoverCard>
  );
}

function ReferencePreview({ to }: { to: PlaceOnFile }) {
  if (to.kind === 'correspondence') return <LetterPlace page={to.page} />;
  if (to.kind === 'note') return <NotePlace number={to.note} paragraph={to.paragraph} />;
  return <DraftPlace draftId={to.draftId} />;
}

function LetterPlace({ page }: { page: number }) {
  const { t, day } = useTranslations();
  const { correspondence } = useSheetTurning();
  const letter = letterAt(correspondence, page);
  if (!letter) return <p className={classes.place}>{t('note.placeUnknown')}</p>;
  if (letter.detached)
    return (
      <p className={classes.place}>
        <span className="mono">{t('correspondence.page', { page })}</span> ·{' '}
        {t('correspondence.detachedFor', { reason: letter.detached.reason })}
      </p>
    );
  return (
    <div className={classes.place}>
      <p className="soft small">
        <span className="mono">{t('correspondence.page', { page })}</span> · {t(`correspondenceKind.${letter.kind}`)}
        {letter.letterDate !== null && ` · ${day(letter.letterDate)}`}
      </p>
      <p>
        <strong>{letter.party}</strong>
        {letter.letterNumber !== null && `, ${letter.letterNumber}`}
      </p>
      <p>{letter.subject}</p>
    </div>
  );
}

function NotePlace({ number, paragraph }: { number: number; paragraph: number | undefined }) {
  const { t, translate, marking } = useTranslations();
  const { note, isPending } = useNote(useSheetTurning().fileId, number);
  if (isPending) return <Skeleton className={classes.place} height={40} />;
  if (!note) return <p className={classes.place}>{t('note.placeUnknown')}</p>;
  const wordless = (of: Named<NoteView>) =>
    of.signatureAlone ? t(`signatureAlone.${of.signatureAlone}`) : <DecisionBadge of={of} />;
  const shown = paragraph === undefined ? allWordsOf(note.text)[0] : paragraphOf(note, paragraph);
  return (
    <div className={classes.place}>
      <p className="soft small">
        {t('note.number', { number })} · {translate(note.author.name)} ·{' '}
        <span className="mono">{marking(note.author.post)}</span>
      </p>
      <p className={classes.excerpt}>{shown ? paragraphText(shown) : wordless(note)}</p>
      {note.takenBack && <TakenBackLine line={note.takenBack} />}
    </div>
  );
}

function DraftPlace({ draftId }: { draftId: string }) {
  const { t } = useTranslations();
  const { drafts } = useSheetTurning();
  const draft = drafts.find((one) => one.id === draftId);
  if (!draft) return <p className={classes.place}>{t('note.placeUnknown')}</p>;
  return (
    <div className={classes.place}>
      <p className="soft small">
        {t(`letterForm.${draft.form}`)} · {t(`draftState.${draft.state}`)}
      </p>
      <p>
        <strong>{draft.addressee}</strong>
      </p>
      <p>{draft.subject}</p>
    </div>
  );
}
