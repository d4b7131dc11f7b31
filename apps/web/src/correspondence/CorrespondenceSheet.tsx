import type { CorrespondenceView, FileView, Named } from '@patravali/contract';
import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Rows } from '../api/use-list';
import { ActiveContentBadge } from '../documents/ActiveContentBadge';
import { useTranslations } from '../language/use-translations';
import { useSentence } from '../ui/use-refusal';
import { letterAt } from '../notes/sheet/sheet-turning';
import { DocumentViewer } from '../documents/viewer/DocumentViewer';
import { Contents } from './Contents';
import classes from './correspondence.module.css';

/** A page of the correspondence, C/n. A new object turns to it again. */
interface PagePlace {
  page: number;
  focused?: boolean;
}

interface CorrespondenceSheetProps {
  file: Named<FileView>;
  correspondence: Rows<Named<CorrespondenceView>>;
  place: PagePlace | null;
  /** What else can be done with the page that is seen, C/n. */
  children?: (page: number) => ReactNode;
}

/** The right sheet: the table of contents, and the letter that is turned to. */
export function CorrespondenceSheet({ file, correspondence, place, children }: CorrespondenceSheetProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const letters = correspondence.items;
  const { turned, turnTo } = useTurnedPage(letters, place);
  const letter = letterAt(letters, turned?.page ?? 0);
  const firstPage = letter?.firstPage ?? 1;
  const inLetter = useMemo(() => turned && { ...turned, page: turned.page - firstPage + 1 }, [turned, firstPage]);
  const [seen, setSeen] = useState(1);
  const total = letters.at(-1)?.lastPage ?? 0;

  if (correspondence.isPending) return <Skeleton height={140} m={16} />;
  if (correspondence.error) return <p className={classes.empty}>{sentence(correspondence.error)}</p>;
  if (letters.length === 0) return <p className={classes.empty}>{t('correspondence.none')}</p>;
  return (
    <>
      <Contents file={file} letters={letters} turnedTo={letter?.id ?? null} onTurn={(page) => turnTo({ page })} />
      {letter && inLetter && (
        <DocumentViewer
          key={letter.id}
          documentId={letter.document.id}
          title={t('correspondence.title', { serial: letter.serial, party: letter.party })}
          place={inLetter}
          onPage={setSeen}
          firstPage={letter.firstPage}
          whole={{ pages: total, onTurn: (page) => turnTo({ page, focused: true }) }}
        >
          <ActiveContentBadge active={letter.document.active} />
          {children?.(Math.min(letter.firstPage + seen - 1, letter.lastPage))}
        </DocumentViewer>
      )}
    </>
  );
}

/** The page that is turned to: what a reference asked for, or the paper under consideration, or the first letter. */
function useTurnedPage(letters: readonly Named<CorrespondenceView>[], place: PagePlace | null) {
  const [turned, turnTo] = useState<PagePlace | null>(place);
  useEffect(() => {
    if (place) turnTo(place);
  }, [place]);
  const first = letters.find((letter) => letter.flag === 'puc') ?? letters[0];
  const firstPage = first?.firstPage;
  useEffect(() => {
    if (firstPage !== undefined) turnTo((now) => now ?? { page: firstPage });
  }, [firstPage]);
  return { turned, turnTo };
}
