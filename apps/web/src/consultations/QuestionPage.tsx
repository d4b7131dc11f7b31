import type { Named, QuestionView } from '@patravali/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { GradingBadge } from '../ui/Badges';
import { LazyDocument } from '../documents/viewer/LazyDocument';
import page from '../ui/page/page.module.css';
import { PageError } from '../ui/page/PageError';
import { TwoSheets } from '../ui/page/TwoSheets';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { Time } from '../ui/Time';
import { useQuestion } from './api';
import classes from './consultations.module.css';
import { LateBy } from './LateBy';
import { OpinionForm } from './OpinionForm';

/** What another desk asks: the copy of its file on one side, the question and the opinion on the other. */
export function QuestionPage() {
  const { t } = useTranslations();
  const { consultedId } = useParams({ from: '/office/consultations/$consultedId' });
  const { data: question, error } = useQuestion(consultedId);
  useTitle(question?.fileNumber ?? t('question.title'));
  if (error && !question) return <PageError error={error} />;
  if (!question) return <Waiting />;
  return (
    <main className={page.page}>
      <header className={page.head} data-lined>
        <Link to="/desk/questions">← {t('question.title')}</Link>
        <h1 className={`mono ${classes.number ?? ''}`}>{question.fileNumber}</h1>
        <span className={page.subject}>{question.subject}</span>
        <GradingBadge grading={question.grading} />
      </header>
      <TwoSheets
        left={<Snapshot question={question} />}
        right={
          <div className={classes.answer}>
            <QuestionText question={question} />
            <OpinionForm key={question.id} question={question} />
          </div>
        }
      />
    </main>
  );
}

function Snapshot({ question: { documentId, snapshot, fileNumber } }: { question: Named<QuestionView> }) {
  const { t } = useTranslations('consultations');
  if (documentId === null)
    return (
      <p className={page.message} role="status">
        {t(snapshot === 'failed' ? 'noSnapshot' : 'snapshotWaits')}
      </p>
    );
  return (
    <div className={classes.snapshot}>
      <LazyDocument documentId={documentId} title={t('snapshot', { number: fileNumber })} />
    </div>
  );
}

function QuestionText({ question: { question, by, at, unit, dueOn, lateBy } }: { question: Named<QuestionView> }) {
  const { t, day, translate } = useTranslations('consultations');
  return (
    <section>
      <h2 className="eyebrow">{t('question')}</h2>
      <p className={classes.question}>{question}</p>
      <p className="soft small">
        <Actor actor={by} /> · <Time at={at} /> · {t('page.due', { day: day(dueOn) })}
        <LateBy days={lateBy} />
      </p>
      {unit && <p className="soft small">{t('asUnit', { place: translate(unit.name) })}</p>}
      <p className="soft small">{t('alone')}</p>
    </section>
  );
}
