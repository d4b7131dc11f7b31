import { Button, Skeleton } from '@mantine/core';
import type { Named, SearchHit } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { ReceiptFacts } from '../dak/receipt/ReceiptFacts';
import { ReceiptScan } from '../dak/receipt/ReceiptScan';
import { useRestingReceipt } from '../dak/receipt/use-resting-receipt';
import { useTranslations } from '../language/use-translations';
import { markWords } from '../notes/sheet/text/mark-words';
import { PlainNoteText } from '../notes/sheet/text/PlainNoteText';
import { useNote } from '../notes/sheet/turning/stretches';
import { Kbd } from '../ui/keyboard/Kbd';
import preview from '../ui/list/preview.module.css';
import { Time } from '../ui/Time';
import { PostFacts } from './OfOffice';
import { useNumberOfHit } from './place-of-hit';
import classes from './search.module.css';
import { placeOfScan, WordsFound, wordsOf } from './WordsFound';

interface HitPreviewProps {
  hit: Named<SearchHit>;
  onOpen: () => void;
}

/** What is chosen among the results: the place with the words, what it is and where it stands. */
export function HitPreview({ hit, onOpen }: HitPreviewProps) {
  const { t } = useTranslations('search');
  const number = useNumberOfHit(hit);
  const isOfOffice = hit.kind === 'person' || hit.kind === 'post';
  return (
    <>
      {!isOfOffice && (
        <div className={preview.moves}>
          <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
            {t('desk.open')}
          </Button>
        </div>
      )}
      {hit.kind === 'note' && hit.file && hit.ordinal !== null && (
        <WholeNote hit={hit} fileId={hit.file.id} number={hit.ordinal} />
      )}
      <section className="card">
        <h2 className="eyebrow">{number || t(`search.kind.${hit.kind}`)}</h2>
        {isOfOffice ? <PostFacts of={hit} /> : <Contents hit={hit} />}
      </section>
      {hit.kind === 'receipt' && <Letter receiptId={hit.id} />}
      {hit.kind === 'scan' && hit.receiptId !== null && <Letter receiptId={hit.receiptId} scan={hit} />}
    </>
  );
}

/** A note stands above it whole. */
function Contents({ hit: { kind, title, snippet, file, at, author, post } }: { hit: Named<SearchHit> }) {
  const { t, translate, marking } = useTranslations('search');
  return (
    <>
      {title && (
        <p className={classes.words}>
          <strong>
            <WordsFound of={title} />
          </strong>
        </p>
      )}
      {snippet && kind !== 'note' && (
        <p className={classes.words}>
          <WordsFound of={snippet} />
        </p>
      )}
      <dl className={preview.facts}>
        {file && (
          <>
            <dt>{t('search.inFile')}</dt>
            <dd>
              <Link to="/files/$fileId" params={{ fileId: file.id }} className="mono">
                {file.number}
              </Link>
              <br />
              {file.subject}
            </dd>
          </>
        )}
        {at && (
          <>
            <dt>{t('search.date')}</dt>
            <dd>
              <Time at={at} />
            </dd>
          </>
        )}
        {(author ?? post) && (
          <>
            <dt>{t('search.author')}</dt>
            <dd>{[author && translate(author), post && marking(post)].filter(Boolean).join(' · ')}</dd>
          </>
        )}
      </dl>
    </>
  );
}

/** The note as it stands on the green sheet, with the words marked. */
function WholeNote({ hit, fileId, number }: { hit: Named<SearchHit>; fileId: string; number: number }) {
  const { note, isPending } = useNote(fileId, number);
  const place = useRef<HTMLElement>(null);
  const words = useMemo(() => wordsOf(hit.title, hit.snippet), [hit]);
  useEffect(() => (note && place.current ? markWords(place.current, words) : undefined), [note, words]);
  if (isPending) return <Skeleton height={96} radius={10} />;
  return (
    note && (
      <section ref={place} className={`card ${preview.note ?? ''}`}>
        <PlainNoteText text={note.text} firstParagraph={note.firstParagraph} />
      </section>
    )
  );
}

/** The letter itself, once the hand rests on its row. */
function Letter({ receiptId, scan }: { receiptId: string; scan?: Named<SearchHit> }) {
  const receipt = useRestingReceipt(receiptId);
  const found = useMemo(() => scan && placeOfScan(scan), [scan]);
  return (
    <>
      <section className="card">{receipt ? <ReceiptFacts receipt={receipt} /> : <Skeleton height={120} />}</section>
      <div className={preview.scan}>
        <ReceiptScan receipt={receipt} found={found} />
      </div>
    </>
  );
}
