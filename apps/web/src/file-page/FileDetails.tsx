import type { FileView, Named } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useWholeList } from '../api/lists/use-whole-list';
import { useCorrespondence } from '../correspondence/api';
import { lyingOnFile } from '../correspondence/sheet/letters-shown';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Time } from '../ui/Time';
import page from '../ui/page/page.module.css';
import { FileLadder } from '../movement/channel/FileLadder';
import { CorrectCover } from './acts/CorrectCover';
import classes from '../files/file.module.css';

/** The cover of the file: what was fixed when it was opened, and how it stands. */
export function FileDetails({ file }: { file: Named<FileView> }) {
  const { t, translate, day, marking } = useTranslations();
  return (
    <div className={page.tab}>
      <dl className={`${classes.details ?? ''} card`}>
        <Detail name={t('details.number')}>
          <span className="mono">{file.number}</span>
        </Detail>
        <Detail name={t('details.computerNumber')}>{String(file.computerNumber)}</Detail>
        <Detail name={t('details.subject')}>{file.subject}</Detail>
        <Detail name={t('details.head')}>
          <span className="mono">{file.head.series}</span> {translate(file.head.title)}
        </Detail>
        <Detail name={t('details.unit')}>{translate(file.unit.name)}</Detail>
        <Detail name={t('details.state')}>{t(`fileState.${file.state}`)}</Detail>
        <Detail name={t('details.grading')}>{t(`grading.${file.grading}`)}</Detail>
        <Detail name={t('details.urgency')}>{t(`urgency.${file.urgency}`)}</Detail>
        {file.category && <Detail name={t('channel.category')}>{translate(file.category.name)}</Detail>}
        <Detail name={t('details.createdBy')}>
          <Actor actor={file.createdBy} /> · <Time at={file.createdAt} />
        </Detail>
        {file.holder && (
          <Detail name={t('details.holder')}>
            {translate(file.holder.designation)} · <span className="mono">{marking(file.holder)}</span> ·{' '}
            {day(file.since)}
          </Detail>
        )}
        {file.sentRemarks !== null && <Detail name={t('details.sentRemarks')}>{file.sentRemarks}</Detail>}
        {file.coverRemarks !== null && <Detail name={t('details.coverRemarks')}>{file.coverRemarks}</Detail>}
        {file.closedAt !== null && (
          <Detail name={t('details.closed')}>
            <Time at={file.closedAt} /> · {file.closingReason}
          </Detail>
        )}
        <Detail name={t('details.counts')}>
          <CountLine file={file} />
        </Detail>
      </dl>
      <FileLadder file={file} />
      {file.allowedMoves.includes('correct_cover') && <CorrectCover file={file} />}
    </div>
  );
}

/** The file itself counts the serials that it gave, those of detached letters too. */
function CountLine({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const { items, isPending, hasMore, error } = useWholeList(useCorrespondence(file.id));
  if (isPending || hasMore || error) return null;
  const { letters, pages, detached } = lyingOnFile(items);
  return (
    <>
      {t('details.countLine', { notes: file.counts.notes, letters, pages })}
      {detached > 0 && ` · ${t('details.detached', { letters: detached })}`}
    </>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
