import type { Named, RedactionView } from '@patravali/contract';
import { Progress } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { DownloadButton } from '../../documents/viewer/DownloadButton';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import classes from './redaction.module.css';

interface CopiesMadeProps {
  copies: readonly Named<RedactionView>[];
  fileNumber: string;
}

/** The copies of the document, the newest first: how far each is, and the copy itself. */
export function CopiesMade({ copies, fileNumber }: CopiesMadeProps) {
  const { t } = useTranslations('redaction-page');
  if (copies.length === 0) return <p className="soft">{t('noCopies')}</p>;
  return (
    <ul className={classes.list}>
      {copies.toReversed().map((one) => (
        <li key={one.id}>
          <strong>{t('copyNumber', { place: one.sequence })}</strong> · {t('leftOutCount', { count: one.marks.length })}
          <div className="soft small">
            <Actor actor={one.by} /> · <Time at={one.at} />
          </div>
          {one.state === 'waiting' && (
            <>
              <Progress
                value={(100 * one.done) / one.total}
                aria-label={t('progressOf', { place: one.sequence })}
                mt={4}
              />
              <span className="small">{t('doneOf', { done: one.done, total: one.total })}</span>
            </>
          )}
          {one.failure !== null && <p role="alert">{one.failure}</p>}
          {one.copy && (
            <DownloadButton
              documentId={one.copy.documentId}
              name={t('fileName', { number: fileNumber, place: one.sequence })}
              label={t('download', { place: one.sequence })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
