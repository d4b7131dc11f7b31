import { Button } from '@mantine/core';
import type { FileVerification, WrongRecord } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useEventWords } from '../../language/event-words';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/use-refusal';
import { LogLosses } from './LogLosses';
import classes from './Timeline.module.css';
import { useVerifyFileWords } from './use-verify-file-words';

/** Holds the file against what was recorded of it, when somebody asks, and says in words what came of it. */
export function VerifyFile({ fileId }: { fileId: string }) {
  const say = useVerifyFileWords();
  const sentence = useSentence();
  // It changes nothing that is shown, but stands on the record: it is asked for when somebody asks.
  const { mutate, data, error, isPending } = useCommand('verifyFile');
  return (
    <section className={`card ${classes.past ?? ''}`} aria-label={say('verifyFile.act')}>
      <div className={`${classes.verify ?? ''} not-printed`}>
        <Button size="xs" variant="default" loading={isPending} onClick={() => mutate({ params: { fileId } })}>
          {say('verifyFile.act')}
        </Button>
        <span className="soft small">{say('verifyFile.why')}</span>
      </div>
      <div role="status">
        {data && (
          <>
            <LogLosses losses={data.losses} of="file" />
            <Outcome found={data} />
          </>
        )}
      </div>
      {error && <p role="alert">{sentence(error)}</p>}
    </section>
  );
}

function Outcome({ found }: { found: FileVerification }) {
  const say = useVerifyFileWords();
  const { wrong } = found;
  const sayWhatIsWrong = useWhatIsWrong();
  if (found.events === null) return <Told title={say('verifyFile.tooLarge')} />;
  if (wrong === null) return <Unchanged found={found} />;
  const title = say(wrong.fault === 'log_stands' ? 'verifyFile.notHeld' : 'verifyFile.changed');
  return <Told title={title} sentences={[sayWhatIsWrong(wrong), say('verifyFile.wayOut')]} />;
}

function Unchanged({ found }: { found: FileVerification }) {
  const { dateTime } = useTranslations();
  const say = useVerifyFileWords();
  const { events, from, until, log, waiting, notes, letters, approvals, losses } = found;
  const extent = { count: events ?? 0, from: from ? dateTime(from) : '—', until: until ? dateTime(until) : '—' };
  const { entries, signedAt } = log;
  const sentences = [
    say('verifyFile.events', extent),
    entries > 0
      ? say('verifyFile.logged', { entries, at: signedAt ? dateTime(signedAt) : '—' })
      : say('verifyFile.noLog'),
    ...(entries > 0 && waiting > 0 ? [say('verifyFile.waiting', { count: waiting })] : []),
    say('verifyFile.frozen', { notes, letters }),
    ...(approvals > 0 ? [say('verifyFile.approved', { approvals })] : []),
  ];
  return (
    <>
      <Told
        isRight
        title={say(losses.length === 0 ? 'verifyFile.unchanged' : 'verifyFile.unchangedAfterLoss')}
        sentences={sentences}
      />
      <p className="soft small">{say('verifyFile.notSeen')}</p>
    </>
  );
}

/** The first thing that is wrong: of an event which, when, and to what it happened. */
function useWhatIsWrong(): (wrong: WrongRecord) => string {
  const { dateTime } = useTranslations();
  const { eventOf } = useEventWords();
  const say = useVerifyFileWords();
  return ({ fault, event, number }) => {
    if (!event) return say(`recordFault.${fault}`, { place: number ?? '' });
    const { kind, number: diaryNumber } = event.of;
    const of = {
      file: say('verifyFile.ofFile'),
      receipt: say('verifyFile.ofReceipt', { number: diaryNumber ?? '' }),
      document: say('verifyFile.ofDocument'),
    }[kind];
    return say(`recordFault.${fault}`, { event: eventOf(event.name), at: dateTime(event.at), of });
  };
}

interface ToldProps {
  title: string;
  sentences?: readonly string[];
  isRight?: boolean;
}

function Told({ title, sentences = [], isRight = false }: ToldProps) {
  return (
    <div className={classes.told} data-right={isRight || undefined}>
      <strong>{title}</strong>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
