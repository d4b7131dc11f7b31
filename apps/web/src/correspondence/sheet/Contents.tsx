import { correspondencePages } from '@messages/correspondence-pages';
import type { CorrespondenceView, FileView, Named } from '@patravali/contract';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Citations } from '../../notes/sheet/Citations';
import { useKindOfLetter } from '../../notes/sheet/use-kind-of-letter';
import { ContentsFilter } from './ContentsFilter';
import classes from './correspondence.module.css';
import { FlagPicker } from './FlagPicker';
import { countShown, kindsOn, lettersShown, type LetterKind } from './letters-shown';

interface ContentsProps {
  file: Named<FileView>;
  letters: readonly Named<CorrespondenceView>[];
  turnedTo: string | null;
  onTurn: (page: number) => void;
}

/** So many are seen at once; more can be narrowed. */
const FEW = 8;

/** The table of contents, and what narrows it where it is long. */
export function Contents(props: ContentsProps) {
  const { t } = useTranslations();
  const { letters, onTurn } = props;
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<LetterKind>('all');
  if (letters.length <= FEW) return <Rows {...props} />;
  const shown = lettersShown(letters, { kind, typed }, (flag) => t(`flag.${flag}`));
  return (
    <>
      <ContentsFilter
        typed={typed}
        onType={setTyped}
        kinds={kindsOn(letters)}
        kind={kind}
        onKind={setKind}
        count={countShown(letters, shown, kind)}
        onEnter={() => {
          if (shown[0]) onTurn(shown[0].firstPage);
        }}
      />
      {shown.length > 0 ? (
        <Rows {...props} letters={shown} />
      ) : (
        <p className={classes.empty}>{t('page.nothingFound')}</p>
      )}
    </>
  );
}

/** Serial and pages, date, who wrote, flag, and which notes refer to it. */
function Rows({ file, letters, turnedTo, onTurn }: ContentsProps) {
  const { t } = useTranslations();
  return (
    <ol className={classes.contents} aria-label={t('correspondence.contents')}>
      {letters.map((letter) => (
        <li key={letter.id} className={classes.row} data-turned={letter.id === turnedTo || undefined}>
          <button
            type="button"
            className={classes.letter}
            aria-current={letter.id === turnedTo || undefined}
            title={letter.subject ?? letter.detached?.reason}
            onClick={() => onTurn(letter.firstPage)}
          >
            {letter.detached ? <Detached letter={letter} /> : <Letter letter={letter} />}
          </button>
          <Citations citedBy={letter.citedBy} says="correspondence.citedBy" />
          <FlagPicker file={file} letter={letter} />
        </li>
      ))}
    </ol>
  );
}

function Letter({ letter }: { letter: Named<CorrespondenceView> }) {
  const { dayShort, day } = useTranslations();
  const kindOf = useKindOfLetter();
  return (
    <>
      <span className={`${classes.pages ?? ''} mono`}>{correspondencePages(letter)}</span>
      <span className={classes.date} title={letter.letterDate === null ? undefined : day(letter.letterDate)}>
        {dayShort(letter.letterDate ?? letter.addedAt)}
      </span>
      <span className={classes.party}>
        {letter.party}
        {letter.letterNumber !== null && <span className="soft"> · {letter.letterNumber}</span>}
      </span>
      <span className={classes.kind} data-withdrawn={letter.withdrawn ?? undefined}>
        {kindOf(letter)}
      </span>
    </>
  );
}

/** Its pages stay given; what it said is no longer on the file. */
function Detached({ letter }: { letter: Named<CorrespondenceView> }) {
  const { t, dayShort } = useTranslations();
  if (!letter.detached) return null;
  return (
    <>
      <s className={`${classes.pages ?? ''} mono`}>{correspondencePages(letter)}</s>
      <span className={classes.date}>{dayShort(letter.detached.at)}</span>
      <span className={classes.party}>{t('correspondence.detachedFor', { reason: letter.detached.reason })}</span>
      <span className={classes.kind}>{t(`correspondenceKind.${letter.kind}`)}</span>
    </>
  );
}
