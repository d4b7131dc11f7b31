import type { PhraseOwner, QuickPhrase } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useActing } from '../../api/use-session';
import { DialogButton } from '../../ui/DialogButton';
import { useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import { PageError } from '../../ui/page/PageError';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { quickPhrasesQuery } from './api';
import { DeletePhrase } from './DeletePhrase';
import { PhraseDialog } from './PhraseDialog';
import { shownPhrase } from './phrase-text';
import classes from './phrases.module.css';
import rows from '../../ui/page/rows-page.module.css';
import { STANDARD_PHRASES } from './standard-phrases';

/** The sentences that one writes often: one's own, those of the unit and of the office, and those of every office. */
export function QuickPhrasesPage() {
  const { t, translate } = useTranslations('phrases');
  const { post } = useActing();
  useTitle(t('phrases.title'));
  const { data, error } = useQuery(quickPhrasesQuery());
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  const of = (owner: PhraseOwner) => data.items.filter((phrase) => phrase.of === owner);
  return (
    <main className={rows.place}>
      <h1>{t('phrases.title')}</h1>
      <p className="soft">{t('phrases.why')}</p>
      <PhraseList title={t('phrases.mine')} of="person" phrases={of('person')} kept />
      <PhraseList
        title={t('phrases.ofUnit', { unit: translate(post.unit) })}
        of="unit"
        phrases={of('unit')}
        kept={data.keepsUnit}
      />
      <PhraseList title={t('phrases.ofOffice')} of="office" phrases={of('office')} kept={data.keepsOffice} />
      <StandardPhrases />
    </main>
  );
}

interface PhraseListProps {
  title: string;
  of: PhraseOwner;
  phrases: readonly QuickPhrase[];
  /** Whether they may be changed. */
  kept: boolean;
}

function PhraseList({ title, of, phrases, kept }: PhraseListProps) {
  const { t } = useTranslations('phrases');
  const heading = useId();
  const add = useRef<HTMLButtonElement>(null);
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        {kept && (
          <Button
            ref={add}
            variant="default"
            size="xs"
            aria-label={t('phrases.addTo', { list: title })}
            onClick={() => setAdding(true)}
          >
            {t('phrases.add')}
          </Button>
        )}
      </div>
      {phrases.length === 0 ? (
        <p className="soft">{t('phrases.none')}</p>
      ) : (
        <ol className={rows.rows}>
          {phrases.map((phrase) => (
            <PhraseRow
              key={phrase.id}
              phrase={phrase}
              count={phrases.length}
              kept={kept}
              onDeleted={() => add.current?.focus()}
            />
          ))}
        </ol>
      )}
      {adding && <PhraseDialog of={of} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface PhraseRowProps {
  phrase: QuickPhrase;
  count: number;
  kept: boolean;
  onDeleted: () => void;
}

function PhraseRow({ phrase, count, kept, onDeleted }: PhraseRowProps) {
  const { t, language } = useTranslations('phrases');
  const only = useOnlyLanguage();
  const { text } = shownPhrase(phrase.text, language);
  return (
    <li className={rows.row}>
      <span className={classes.number}>{phrase.place}</span>
      <div className={`${rows.words} ${classes.texts}`}>
        {only !== null && <p>{text}</p>}
        {only === null && phrase.text.hi !== null && <p lang="hi">{phrase.text.hi}</p>}
        {only === null && phrase.text.en !== null && <p lang="en">{phrase.text.en}</p>}
      </div>
      {kept && (
        <>
          <DialogButton
            label={t('phrases.change')}
            aria-label={t('phrases.changeThat', { text })}
            variant="subtle"
            size="xs"
            dialog={(close) => <PhraseDialog of={phrase.of} phrase={phrase} count={count} onClose={close} />}
          />
          <DeletePhrase phrase={phrase} text={text} onDeleted={onDeleted} />
        </>
      )}
    </li>
  );
}

function StandardPhrases() {
  const { t } = useTranslations('phrases');
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading}>{t('phrases.standard')}</h2>
      </div>
      <ul className={rows.rows}>
        {STANDARD_PHRASES.map((key) => (
          <li key={key} className={rows.row}>
            {t(key)}
          </li>
        ))}
      </ul>
    </section>
  );
}
