import type { Language } from '@patravali/contract';
import { fill, formatDate } from '@patravali/language';
import { correspondencePages, label, messagesOf } from '@patravali/messages';
import type { DocketOnSheet } from './note-sheet-data';

/** What the docket of a letter says, in the language of the sheet. */
export interface DocketLine {
  /** "Serial 3 (received)", "Serial 4 (issued, revoked)", or that it was detached, and why. */
  readonly title: string;
  /** "C/5–C/7" */
  readonly pages: string;
  /** From whom or to whom, its number, its diary number; who detached it, and when. */
  readonly details: readonly string[];
  /** Of the letter; empty for one without. */
  readonly date: string;
}

export function docketLine(docket: DocketOnSheet, language: Language): DocketLine {
  const words = messagesOf('note-sheet', language);
  const { serial, kind, party, letterNumber, letterDate, diaryNumber, withdrawn, detached } = docket;
  const diary = diaryNumber === null ? [] : [fill(words.diaryNumber, { number: diaryNumber }, language)];
  const pages = correspondencePages(docket);
  if (detached) {
    const { author, reason } = detached;
    return {
      title: fill(words.detached, { serial, reason }, language),
      pages,
      details: [...diary, `${author.name}, ${author.marking}`],
      date: formatDate('screen', detached.at, language),
    };
  }
  const kinds = [
    label(language, 'correspondenceKind', kind),
    ...(withdrawn ? [label(language, 'withdrawalKind', withdrawn)] : []),
  ];
  return {
    title: fill(words.docket, { serial, kind: kinds.join(', ') }, language),
    pages,
    details: [...[party, letterNumber].filter((each) => each !== null), ...diary],
    date: letterDate === null ? '' : formatDate('screen', letterDate, language),
  };
}
