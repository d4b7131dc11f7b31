import { Button } from '@mantine/core';
import { type FileVerification, PART_NAMES, type WrongRecord } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useEventWords } from '../../language/event-words';
import { useRowWords } from '../../language/row-words';
import { useTranslations } from '../../language/use-translations';
import { LogLosses } from './LogLosses';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import classes from './Timeline.module.css';

/** Holds the file against what was recorded of it, when somebody asks, and says in words what came of it. */
export function VerifyFile({ fileId }: { fileId: string }) {
  const { t } = useTranslations('verify-file');
  // It changes nothing that is shown, but stands on the record: it is asked for when somebody asks.
  const { mutate, data, error, isPending } = useCommand('verifyFile');
  return (
    <section className={`card ${classes.past ?? ''}`} aria-label={t('verifyFile.act')}>
      <div className={`${classes.verify ?? ''} not-printed`}>
        <Button size="xs" variant="default" loading={isPending} onClick={() => mutate({ params: { fileId } })}>
          {t('verifyFile.act')}
        </Button>
        <span className="soft small">{t('verifyFile.why')}</span>
      </div>
      <div role="status">
        {data && (
          <>
            <LogLosses losses={data.losses} of="file" />
            <Outcome found={data} />
          </>
        )}
      </div>
      <RefusalLine error={error} />
    </section>
  );
}

function Outcome({ found }: { found: FileVerification }) {
  const { t } = useTranslations('verify-file');
  const { wrong } = found;
  const sayWhatIsWrong = useWhatIsWrong();
  if (found.events === null) return <VerificationNotice title={t('verifyFile.tooLarge')} />;
  if (wrong === null) return <Unchanged found={found} />;
  const title = t(wrong.fault === 'log_stands' ? 'verifyFile.notHeld' : 'verifyFile.changed');
  return (
    <>
      <VerificationNotice title={title} sentences={[sayWhatIsWrong(wrong), t('verifyFile.wayOut')]} />
      <p className="soft small">{t(notComparedBeside(wrong))}</p>
    </>
  );
}

/** What was not looked at any more, or could not be, when this was found. */
function notComparedBeside({ fault, event }: WrongRecord) {
  if (event) return 'verifyFile.onlyEvents';
  return fault === 'log_stands' ? 'verifyFile.notWithLog' : 'verifyFile.onlyFirst';
}

function Unchanged({ found }: { found: FileVerification }) {
  const { t, dateTime } = useTranslations('verify-file');
  const { events, from, until, log, waiting, uncoveredSeconds, parts, losses } = found;
  const extent = { count: events ?? 0, from: from ? dateTime(from) : '—', until: until ? dateTime(until) : '—' };
  const { entries, signedAt } = log;
  const tail =
    uncoveredSeconds > 0 ? t('verifyFile.uncovered', { count: uncoveredSeconds }) : t('verifyFile.allCovered');
  const sentences = [
    t('verifyFile.events', extent),
    entries > 0 ? t('verifyFile.logged', { entries, at: signedAt ? dateTime(signedAt) : '—' }) : t('verifyFile.noLog'),
    ...(entries > 0 && waiting > 0 ? [t('verifyFile.waiting', { count: waiting })] : []),
    ...PART_NAMES.filter((name) => parts[name] > 0).map((name) => t(`verifyFile.part.${name}`, { count: parts[name] })),
  ];
  return (
    <>
      <VerificationNotice
        isRight
        title={t(losses.length === 0 ? 'verifyFile.unchanged' : 'verifyFile.unchangedAfterLoss')}
        sentences={sentences}
      />
      <p className="soft small">
        {entries > 0 && `${tail} `}
        {t('verifyFile.notSeen')}
      </p>
    </>
  );
}

/** The first thing that is wrong: of an event which, when, and to what it happened. */
function useWhatIsWrong(): (wrong: WrongRecord) => string {
  const { t, dateTime, diaryNumber } = useTranslations('verify-file');
  const { eventOf } = useEventWords();
  const rowOf = useRowWords();
  return ({ fault, event, number, row }) => {
    if (!event) return t(`recordFault.${fault}`, { place: row === null ? (number ?? '') : rowOf(row) });
    const { kind, number: diarised, numberHi } = event.of;
    const of = {
      file: t('verifyFile.ofFile'),
      receipt: t('verifyFile.ofReceipt', {
        number: diaryNumber({ diaryNumber: diarised, diaryNumberHi: numberHi }) ?? '',
      }),
      document: t('verifyFile.ofDocument'),
    }[kind];
    return t(`recordFault.${fault}`, { event: eventOf(event.name), at: dateTime(event.at), of });
  };
}

interface VerificationNoticeProps {
  title: string;
  sentences?: readonly string[];
  isRight?: boolean;
}

function VerificationNotice({ title, sentences = [], isRight = false }: VerificationNoticeProps) {
  return (
    <div className={classes.told} data-right={isRight || undefined}>
      <strong>{title}</strong>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
