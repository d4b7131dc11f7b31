import { Skeleton } from '@mantine/core';
import { correspondencePages } from '@messages/correspondence-pages';
import type { CorrespondenceView, FileAsOf, Named, NoteView } from '@patravali/contract';
import { useState } from 'react';
import { useWholeList } from '../../api/lists/use-whole-list';
import { useCorrespondence } from '../../correspondence/api';
import { today } from '../../language/dates';
import { readDay } from '../../language/read-day';
import { useTranslations } from '../../language/use-translations';
import { PlainNoteText } from '../../notes/sheet/text/PlainNoteText';
import { Post } from '../../organisation/Post';
import { DayField } from '../../ui/DayField';
import preview from '../../ui/list/preview.module.css';
import { useFileAsOf, useNotesOf } from '../api';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import classes from './Timeline.module.css';

/** The file as it stood when a chosen day ended: where it was, its notes, its letters. */
export function AsItStood({ fileId }: { fileId: string }) {
  const { t } = useTranslations('timeline');
  const [typed, setTyped] = useState('');
  const day = readDay(typed) === typed ? typed : '';
  const asOf = useFileAsOf(fileId, day);
  return (
    <section className={`card ${classes.past ?? ''}`} aria-label={t('timeline.asOf')}>
      <div className={`${classes.tools ?? ''} not-printed`}>
        <DayField size="xs" label={t('timeline.asOf')} max={today()} value={typed} onChange={setTyped} />
      </div>
      <RefusalLine error={asOf.error} />
      {day !== '' && asOf.isPending && <Skeleton height={96} />}
      {asOf.data && <Past fileId={fileId} asOf={asOf.data} />}
    </section>
  );
}

function Past({ fileId, asOf }: { fileId: string; asOf: Named<FileAsOf> }) {
  const { t, day, dateTime, marking } = useTranslations('timeline');
  const notes = useWholeList(useNotesOf(fileId));
  const letters = useWholeList(useCorrespondence(fileId));
  const { stood } = asOf;
  if (stood === null) return <p role="status">{t('timeline.notOpened', { day: day(asOf.day) })}</p>;
  const { holder, since } = stood;
  return (
    <>
      <p role="status">
        {holder
          ? t('timeline.stoodWith', { day: day(asOf.day), post: marking(holder), since: dateTime(since) })
          : t('timeline.stoodClosed', { day: day(asOf.day), since: dateTime(since) })}
      </p>
      <h2 className="eyebrow">{t('timeline.lettersThen', { count: asOf.letters.length })}</h2>
      <ul className={preview.letters}>
        {letters.items
          .filter(({ serial }) => asOf.letters.includes(serial))
          .map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
      </ul>
      <h2 className="eyebrow">{t('timeline.notesThen', { count: asOf.notes })}</h2>
      {notes.items
        .filter(({ number }) => number <= asOf.notes)
        .map((note) => (
          <Note key={note.id} note={note} />
        ))}
    </>
  );
}

function Letter({ letter }: { letter: Named<CorrespondenceView> }) {
  return (
    <li>
      <span className="mono">{correspondencePages(letter)}</span> <span>{letter.subject ?? letter.party}</span>
    </li>
  );
}

function Note({ note }: { note: Named<NoteView> }) {
  const { t, dateTime } = useTranslations();
  return (
    <article className={`card ${preview.note ?? ''}`} aria-label={t('note.number', { number: note.number })}>
      {note.signatureAlone === null ? (
        <PlainNoteText text={note.text} firstParagraph={note.firstParagraph} />
      ) : (
        <p className={preview.noteText}>{t(`signatureAlone.${note.signatureAlone}`)}</p>
      )}
      <p className={preview.sign}>
        {t('note.number', { number: note.number })} · <Post post={note.author.post} /> · {dateTime(note.frozenAt)}
      </p>
    </article>
  );
}
