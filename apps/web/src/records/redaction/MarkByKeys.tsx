import { Button, NumberInput, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import type { ReadText } from '../../documents/viewer/reading/use-document-text';
import { useOpenedPdf } from '../../documents/viewer/reading/use-opened-pdf';
import { useRecognisedPages } from '../../documents/viewer/reading/use-recognised-pages';
import { OpenedPdf } from '../../documents/pdf/opened-pdf';
import { announce } from '../../ui/notices/announcements';
import { passagesOf } from './passages';
import classes from './redaction.module.css';
import type { Marked } from './use-marks';

interface MarkByKeysProps {
  bytes: Blob;
  text: ReadText | null;
  /** The C/ number of the first page; none of what has no such numbers. */
  firstPage: number | undefined;
  onMark: (marked: readonly Marked[]) => void;
}

/** What is marked without a mouse: words wherever they stand, and whole pages by their numbers. */
export function MarkByKeys({ bytes, ...props }: MarkByKeysProps) {
  const opened = useOpenedPdf(bytes);
  return opened instanceof OpenedPdf ? <Forms pdf={opened} {...props} /> : null;
}

function Forms({ pdf, text, firstPage: numbered, onMark }: Omit<MarkByKeysProps, 'bytes'> & { pdf: OpenedPdf }) {
  const { t } = useTranslations('redaction-page');
  const firstPage = numbered ?? 1;
  useRecognisedPages(pdf, text?.pages);
  const [words, setWords] = useState('');
  const [page, setPage] = useState<string | number>(firstPage);
  const [isUnknown, setIsUnknown] = useState(false);
  const last = firstPage + pdf.pages.length - 1;
  const isPage = typeof page === 'number' && page >= firstPage && page <= last;

  const markWords = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    const hits = await pdf.find(words.trim());
    const marked = hits.flatMap((hit) => passagesOf(hit.boxes).map((area) => ({ page: hit.page + 1, area })));
    setIsUnknown(marked.length === 0);
    announce(marked.length === 0 ? t('noWords') : t('marked', { count: marked.length }));
    if (marked.length === 0) return;
    onMark(marked);
    setWords('');
  };
  const markPage = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isPage) onMark([{ page: page - firstPage + 1, area: null }]);
  };
  return (
    <>
      <form className={classes.line} onSubmit={(event) => void markWords(event)}>
        <TextInput
          className={classes.grows}
          label={t('words')}
          value={words}
          error={isUnknown && t('noWords')}
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value);
            setIsUnknown(false);
          }}
        />
        <Button type="submit" variant="default">
          {t('markWords')}
        </Button>
      </form>
      <form className={classes.line} onSubmit={markPage}>
        <NumberInput
          className={classes.grows}
          label={t(numbered === undefined ? 'pageWithin' : 'pageNumber')}
          value={page}
          onChange={setPage}
          min={firstPage}
          max={last}
          allowDecimal={false}
        />
        <Button type="submit" variant="default" disabled={!isPage}>
          {t('markPage')}
        </Button>
      </form>
    </>
  );
}
