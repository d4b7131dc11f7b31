import type { PostRef } from '@patravali/contract';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import preview from '../../ui/list/preview.module.css';

interface LetterPreviewProps {
  readonly letter: { readonly number: string; readonly subject: string; readonly signatory: PostRef };
  readonly title: string;
  readonly to: ReactNode;
  /** How far it has come: what that is called, and where it stands. */
  readonly progress: readonly [string, string];
  readonly onOpen: () => void;
}

/** A letter that has its number, beside the list in which it waits. */
export function LetterPreview({ letter, title, to, progress: [label, progress], onOpen }: LetterPreviewProps) {
  const { t } = useTranslations();
  return (
    <>
      <div className={preview.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('desk.open')}
        </Button>
      </div>
      <section className="card">
        <h2 className="eyebrow">{title}</h2>
        <dl className={preview.facts}>
          <dt>{t('registers.number')}</dt>
          <dd className="mono">{letter.number}</dd>
          <dt>{t('receipts.subject')}</dt>
          <dd>{letter.subject}</dd>
          <dt>{t('desk.to')}</dt>
          <dd>{to}</dd>
          <dt>{t('registers.signatory')}</dt>
          <dd>
            <Post post={letter.signatory} />
          </dd>
          <dt>{label}</dt>
          <dd>{progress}</dd>
        </dl>
      </section>
    </>
  );
}
