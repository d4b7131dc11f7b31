import { Button } from '@mantine/core';
import type { SynonymGroup } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queryOf } from '../../api/query-of';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { PageError } from '../../ui/page/PageError';
import rows from '../../ui/page/rows-page.module.css';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { RemoveSynonyms } from './RemoveSynonyms';
import { SynonymsDialog } from './SynonymsDialog';

/** Which words mean the same in this office: a search for one finds the others. The administrator keeps them. */
export function SynonymsPage() {
  const { t } = useTranslations('synonyms');
  useTitle(t('page.synonyms'));
  const add = useRef<HTMLButtonElement>(null);
  const [adding, setAdding] = useState(false);
  const { data, error } = useQuery(queryOf('listSynonyms', {}));
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  return (
    <main className={rows.place}>
      <h1>{t('page.synonyms')}</h1>
      <p className="soft">{t('synonyms.why')}</p>
      <Button ref={add} variant="default" mb="sm" onClick={() => setAdding(true)}>
        {t('synonyms.add')}
      </Button>
      {data.items.length === 0 ? (
        <p className="soft">{t('synonyms.none')}</p>
      ) : (
        <ul className={rows.rows} aria-label={t('page.synonyms')}>
          {data.items.map((group) => (
            <GroupRow key={group.id} group={group} onRemoved={() => add.current?.focus()} />
          ))}
        </ul>
      )}
      {adding && <SynonymsDialog group={null} onClose={() => setAdding(false)} />}
    </main>
  );
}

function GroupRow({ group, onRemoved }: { group: SynonymGroup; onRemoved: () => void }) {
  const { t } = useTranslations('synonyms');
  const words = group.words.join(' · ');
  return (
    <li className={rows.row}>
      <span className={rows.words}>{words}</span>
      <DialogButton
        label={t('synonyms.change')}
        aria-label={t('synonyms.changeThat', { words })}
        variant="subtle"
        size="xs"
        dialog={(close) => <SynonymsDialog group={group} onClose={close} />}
      />
      <RemoveSynonyms group={group} words={words} onRemoved={onRemoved} />
    </li>
  );
}
