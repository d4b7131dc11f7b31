import { type Named, type NoteView, numberedBlocks, type Words } from '@patravali/contract';
import { Skeleton } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';
import { Post } from '../../organisation/Post';
import { InlineText } from './InlineText';
import { ReturnReason } from './ReturnedLine';
import { returnsBelow } from './sheet-turning';
import { useLastNotes } from './stretches';
import { TextBlock } from './TextBlock';
import { Time } from '../../ui/Time';
import classes from '../../ui/list/preview.module.css';

const SHOWN = 2;

/** The last two notes, newest first, as they stand on the green sheet. */
export function LastNotes({ fileId, count }: { fileId: string; count: number }) {
  const { t } = useTranslations();
  const { notes, isPending } = useLastNotes(fileId, count, SHOWN);
  if (isPending) return <Skeleton height={96} radius={10} />;
  return notes.toReversed().map((note, index) => (
    <section key={note.id} className={`card ${classes.note ?? ''}`}>
      <h2 className="eyebrow">
        {t(index === 0 ? 'desk.lastNote' : 'desk.noteBefore', { number: String(note.number) })}
      </h2>
      {note.kind !== 'ordinary' && (
        <p className="soft small">
          {note.mainNote === null ? t(`noteKind.${note.kind}`) : t('note.sectionOf', { note: String(note.mainNote) })}
        </p>
      )}
      <NoteText note={note} />
      <p className={classes.sign}>
        {note.decision && <Pill kind="accent">{t(`decision.${note.decision}`)}</Pill>} <Post post={note.author.post} />
        {' · '}
        <Time at={note.frozenAt} />
      </p>
      {returnsBelow(note).map((line) => (
        <ReturnReason key={line.sequence} line={line} />
      ))}
    </section>
  ));
}

function NoteText({ note }: { note: Named<NoteView> }) {
  const { t } = useTranslations();
  const [itself] = note.returns;
  if (note.signatureAlone === 'return' && itself) return <ReturnReason line={itself} />;
  if (note.signatureAlone) return <p className={classes.noteText}>{t(`signatureAlone.${note.signatureAlone}`)}</p>;
  return numberedBlocks(note.text, note.firstParagraph).map(({ block, number }, index) =>
    block.type === 'paragraph' ? (
      <p key={index} className={classes.noteText}>
        {number !== null && <span className={classes.paragraphNumber}>{number}</span>}
        <PlainWords words={block} />
      </p>
    ) : (
      <TextBlock key={index} block={block} show={(words) => <PlainWords words={words} />} />
    ),
  );
}

function PlainWords({ words }: { words: Words }) {
  return words.children.map((inline, index) =>
    inline.type === 'reference' ? (
      <span key={index} className={classes.reference}>
        {inline.label}
      </span>
    ) : (
      <InlineText key={index} inline={inline} />
    ),
  );
}
