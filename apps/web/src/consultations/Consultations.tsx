import type { Consultation, ConsultedPost, Named } from '@patravali/contract';
import { Table } from '@mantine/core';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Post } from '../organisation/Post';
import { TableScroller } from '../ui/page/TableScroller';
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
          <TableScroller label={question}>
            <Table verticalSpacing={6} miw={640}>
              <Table.Thead>
                <Table.Tr>
                  {(['post', 'due', 'outcome', 'by'] as const).map((column) => (
                    <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {consulted.map((asked) => (
                  <Table.Tr key={asked.id}>
                    <Table.Td>
                      {asked.unit && `${translate(asked.unit.name)} → `}
                      <Post post={asked.post} />
                    </Table.Td>
                    <Table.Td>
                      {registerDay(asked.dueOn)}
                      <LateBy days={asked.state === 'withdrawn' ? 0 : asked.lateBy} />
                    </Table.Td>
                    <Table.Td>
                      <Outcome asked={asked} />
                    </Table.Td>
                    <Table.Td>{asked.by && <Actor actor={asked.by} />}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </TableScroller>
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
