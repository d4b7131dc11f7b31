import type { Consultation, ConsultedPost, Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Post } from '../organisation/Post';
import { DataTable } from '../ui/page/DataTable';
import { Time } from '../ui/Time';
import { LateBy } from './LateBy';

/** Who was asked what on the file, by when, and what each has answered; nothing of one on which nobody was asked. */
export function Consultations({ consultations }: { consultations: readonly Named<Consultation>[] }) {
  const { t, translate, registerDay } = useTranslations('consultations');
  if (consultations.length === 0) return null;
  return (
    <section className="card" aria-label={t('question.title')}>
      <h2 className="eyebrow">{t('question.title')}</h2>
      {consultations.map(({ id, question, by, at, consulted }) => (
        <div key={id}>
          <p>
            {question}
            <br />
            <span className="soft small">
              <Actor actor={by} /> · <Time at={at} form="registerTime" />
            </span>
          </p>
          <DataTable
            label={question}
            minWidth={640}
            items={consulted}
            keyOf={(asked) => asked.id}
            columns={[
              [
                t('column.post'),
                ({ unit, post }) => (
                  <>
                    {unit && `${translate(unit.name)} → `}
                    <Post post={post} />
                  </>
                ),
              ],
              [
                t('column.due'),
                ({ dueOn, state, lateBy }) => (
                  <>
                    {registerDay(dueOn)}
                    <LateBy days={state === 'withdrawn' ? 0 : lateBy} />
                  </>
                ),
              ],
              [t('column.outcome'), (asked) => <Outcome asked={asked} />],
              [t('column.by'), (asked) => asked.by && <Actor actor={asked.by} />],
            ]}
          />
        </div>
      ))}
    </section>
  );
}

function Outcome({ asked: { state, note, reason, at } }: { asked: Named<ConsultedPost> }) {
  const { t } = useTranslations();
  return (
    <>
      {t(`consultedState.${state}`)}
      {note !== null && ` · ${t('note.number', { number: note })}`}
      {reason !== null && ` · ${reason}`}
      {at !== null && (
        <span className="soft small">
          {' '}
          · <Time at={at} form="registerTime" />
        </span>
      )}
    </>
  );
}
