import { type Named, type NoteView, textOnSheet } from '@patravali/contract';
import { Fragment } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { lazyPart } from '../../ui/page/lazy-part';
import { Time } from '../../ui/Time';
import classes from '../note.module.css';
import { Citations } from './Citations';
import { OriginLine } from './lines/OriginLine';
import { DecisionBadge } from './lines/DecisionBadge';
import { NoteText } from './text/NoteText';
import { Participants } from './Participants';
import { ReturnReason } from './lines/ReturnedLine';
import { TakenBackLine } from './lines/TakenBackLine';
import { ReferenceLink } from './text/ReferenceLink';
import type { NotePlace } from './turning/sheet-turning';

const Signed = () => <p className="small">{useTranslations().t('note.signed')}</p>;
const NoteSigned = lazyPart(() => import('../signing/NoteSigned').then((part) => part.NoteSigned), <Signed />);

interface NoteCardProps {
  note: Named<NoteView>;
  /** A reference has turned the sheet to this note, or to one of its paragraphs. */
  turnedTo: NotePlace | null;
}

/** A frozen note on the green sheet: its number in the margin, its paragraphs, who wrote it, and its seal. */
export function NoteCard({ note, turnedTo }: NoteCardProps) {
  const { t, number } = useTranslations();
  return (
    <article
      id={noteId(note.number)}
      className={classes.note}
      data-highlighted={turnedTo ? true : undefined}
      data-section={note.mainNote === null ? undefined : true}
      aria-label={t('note.number', { number: note.number })}
    >
      <span className={classes.noteNumber} aria-hidden>
        {number(note.number)}
      </span>
      <div>
        <KindLine of={note} />
        <OriginLine of={note} />
        <NoteText text={textOnSheet(note)} firstParagraph={note.firstParagraph} turnedTo={turnedTo?.paragraph} />
        <WithoutWords note={note} />
        <Sections of={note} />
        <Participants participants={note.discussedWith} />
        <footer className={classes.author}>
          <DecisionBadge of={note} />
          <span className={classes.sealed} title={t('note.seal', { hash: note.contentHash })}>
            ✓ {t('note.sealed')}
          </span>
          <Actor actor={note.author} />
          <Time at={note.writtenAt} />
          {note.putUpBy && (
            <span className={classes.putUpBy}>
              {t('note.putUpByLabel')} <Actor actor={note.putUpBy} />
            </span>
          )}
          <Citations citedBy={note.citedBy} says="note.citedBy" />
        </footer>
        {note.takenBack && <TakenBackLine line={note.takenBack} />}
        {note.signature && <NoteSigned signature={note.signature} />}
      </div>
    </article>
  );
}

/** What the note is, if it is no ordinary one; a section leads to its main note. */
export function KindLine({ of: { kind, mainNote } }: { of: Pick<Named<NoteView>, 'kind' | 'mainNote'> }) {
  const { t } = useTranslations();
  if (kind === 'ordinary') return null;
  return (
    <p className={classes.kind}>
      {mainNote === null ? (
        t(`noteKind.${kind}`)
      ) : (
        <ReferenceLink to={{ kind: 'note', note: mainNote }} label={t('note.sectionOf', { note: String(mainNote) })} />
      )}
    </p>
  );
}

/** The sections under a main note, each a link to its place. */
function Sections({ of: { sections } }: { of: Named<NoteView> }) {
  const { t } = useTranslations();
  if (sections.length === 0) return null;
  return (
    <p className={classes.kind}>
      {t('note.sections')}
      {sections.map((note) => (
        <Fragment key={note}>
          {' '}
          <ReferenceLink to={{ kind: 'note', note }} label={`N/${note}`} />
        </Fragment>
      ))}
    </p>
  );
}

/** What a note means that says nothing: agreement, or a return of the time when returns were notes. */
function WithoutWords({ note: { signatureAlone, returns } }: { note: Named<NoteView> }) {
  const { t } = useTranslations();
  const [itself] = returns;
  if (signatureAlone === null) return null;
  if (signatureAlone === 'return' && itself) return <ReturnReason line={itself} />;
  return <p className={classes.signatureAlone}>{t(`signatureAlone.${signatureAlone}`)}</p>;
}

export function noteId(number: number): string {
  return `note-${number}`;
}
