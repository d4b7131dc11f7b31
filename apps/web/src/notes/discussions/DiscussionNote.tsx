import type { Discussion, Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import preview from '../../ui/list/preview.module.css';
import { Time } from '../../ui/Time';
import { DecisionBadge } from '../sheet/lines/DecisionBadge';
import { TakenBackLine } from '../sheet/lines/TakenBackLine';
import { PlainNoteText } from '../sheet/text/PlainNoteText';

/** The note alone, as it stands on its sheet, and of which file it is. */
export function DiscussionNote({ discussion }: { discussion: Named<Discussion> }) {
  const { t } = useTranslations();
  const { note, text, firstParagraph, takenBack, author, frozenAt } = discussion;
  return (
    <>
      <section className={`card ${preview.note ?? ''}`}>
        <h2 className="eyebrow">
          {t('noteKind.discussion')} · {t('note.number', { number: note })}
        </h2>
        <PlainNoteText text={text} firstParagraph={firstParagraph} />
        <p className={preview.sign}>
          <DecisionBadge of={discussion} /> <Actor actor={author} />
          {' · '}
          <Time at={frozenAt} />
        </p>
        {takenBack && <TakenBackLine line={takenBack} />}
      </section>
      <OfFile discussion={discussion} />
    </>
  );
}

function OfFile({ discussion: { file, fileNumber } }: { discussion: Named<Discussion> }) {
  const { t } = useTranslations();
  return (
    <section className="card">
      <h2 className="eyebrow">{t('desk.file')}</h2>
      {file ? (
        <p className={preview.remarks}>
          <Link to="/files/$fileId" params={{ fileId: file.id }} className="mono">
            {fileNumber}
          </Link>{' '}
          {file.subject}
        </p>
      ) : (
        <p className={preview.remarks}>
          <span className="mono">{fileNumber}</span>
          <br />
          <span className="soft small">{t('discussion.alone')}</span>
        </p>
      )}
    </section>
  );
}
