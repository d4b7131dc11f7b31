import { type CorrespondenceView, type FileView, isAttached, type Named } from '@patravali/contract';
import { Menu, Skeleton } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Rows } from '../../api/lists/use-list';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { CopyForRtiItem } from '../../documents/CopyForRti';
import { useActing } from '../../api/use-session';
import { Kbd } from '../../ui/keyboard/Kbd';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { FlagBadge } from '../../ui/Badges';
import { useSentence } from '../../ui/notices/use-refusal';
import { letterAt } from '../../notes/sheet/turning/sheet-turning';
import { lastReadOf, rememberRead } from '../../documents/last-read';
import { DocumentViewer } from '../../documents/viewer/DocumentViewer';
import { DownloadItem } from '../../documents/viewer/DownloadButton';
import { Contents } from './Contents';
import { DetachedLetter } from './DetachedLetter';
import { DocumentSeenBy } from './DocumentSeenBy';
import classes from './correspondence.module.css';
import { diarisedOf } from './diarised-of';

/** A page of the correspondence, C/n. A new object turns to it again. */
interface PagePlace {
  page: number;
  focused?: boolean;
}

interface CorrespondenceSheetProps {
  file: Named<FileView>;
  correspondence: Rows<Named<CorrespondenceView>>;
  place: PagePlace | null;
  /** Which letter is turned to; null when none is. */
  onLetter: (letterId: string | null) => void;
  /** How to lay another letter beside it, or take it away; none where there is no other. */
  beside: { toggle: () => void } | null;
  /** What else can be done with the page that is seen, C/n: lines of the viewer's menu. */
  children?: (page: number) => ReactNode;
}

/** The right sheet: the table of contents, and the letter that is turned to. */
export function CorrespondenceSheet(props: CorrespondenceSheetProps) {
  const { file, correspondence, place, onLetter, beside, children } = props;
  const { t, language } = useTranslations('enclosures');
  const sentence = useSentence();
  const letters = correspondence.items;
  const { turned, turnTo, remember } = useTurnedPage(file, letters, place);
  const letter = letterAt(letters, turned?.page ?? 0);
  const firstPage = letter?.firstPage ?? 1;
  const inLetter = useMemo(() => turned && { ...turned, page: turned.page - firstPage + 1 }, [turned, firstPage]);
  const [seen, setSeen] = useState(1);
  const total = letters.at(-1)?.lastPage ?? 0;
  const letterId = letter?.id ?? null;
  useEffect(() => onLetter(letterId), [onLetter, letterId]);
  const onPage = useCallback(
    (page: number) => {
      setSeen(page);
      remember(firstPage + page - 1);
    },
    [remember, firstPage],
  );

  if (correspondence.isPending) return <Skeleton height={140} m={16} />;
  if (correspondence.error) return <p className={classes.empty}>{sentence(correspondence.error)}</p>;
  if (letters.length === 0) return <p className={classes.empty}>{t('correspondence.none')}</p>;
  return (
    <>
      <Contents file={file} letters={letters} turnedTo={letter?.id ?? null} onTurn={(page) => turnTo({ page })} />
      {letter?.detached && <DetachedLetter letter={letter} />}
      {letter && isAttached(letter) && inLetter && (
        <DocumentViewer
          key={letter.id}
          documentId={letter.document.id}
          title={t('correspondence.title', { serial: letter.serial, party: letter.party })}
          place={inLetter}
          onPage={onPage}
          firstPage={letter.firstPage}
          diarised={diarisedOf(letter, language)}
          whole={{ pages: total, onTurn: (page) => turnTo({ page, focused: true }) }}
          more={
            <>
              {beside && (
                <Menu.Item rightSection={<Kbd keys="l" />} onClick={beside.toggle}>
                  {t('correspondence.besideShort')}
                </Menu.Item>
              )}
              {children?.(Math.min(letter.firstPage + seen - 1, letter.lastPage))}
              <DownloadItem
                documentId={letter.document.id}
                name={letter.document.fileName.replace(/\.pdf$/i, '')}
                label={t('enclosure.download')}
              />
              <CopyForRtiItem fileId={file.id} documentId={letter.document.id} />
              {file.showsWhoSaw && <DocumentSeenBy fileId={file.id} documentId={letter.document.id} />}
            </>
          }
        >
          {letter.flag !== null && <FlagBadge flag={letter.flag} />}
          {letter.flag === 'puc' && <WhatIs word="puc" />}
          <ActiveContentBadge active={letter.document.active} />
        </DocumentViewer>
      )}
    </>
  );
}

/**
 * The page that is turned to: what a reference asked for, or where the person stopped reading if nothing has come since, or the
 * paper under consideration, or the first letter.
 */
function useTurnedPage(
  { id: fileId, counts }: Named<FileView>,
  letters: readonly Named<CorrespondenceView>[],
  place: PagePlace | null,
) {
  const { username } = useActing().session.user;
  const [turned, turnTo] = useState<PagePlace | null>(place);
  useEffect(() => {
    if (place) turnTo(place);
  }, [place]);
  const attached = letters.filter(isAttached);
  const first = attached.find((letter) => letter.flag === 'puc') ?? attached[0] ?? letters[0];
  const firstPage = first?.firstPage;
  const count = counts.correspondence;
  useEffect(() => {
    if (firstPage === undefined) return;
    const last = lastReadOf(username, fileId);
    turnTo((now) => now ?? { page: last?.letters === count ? last.page : firstPage });
  }, [firstPage, username, fileId, count]);
  const remember = useCallback(
    (page: number) => rememberRead(username, fileId, { page, letters: count }),
    [username, fileId, count],
  );
  return { turned, turnTo, remember };
}
