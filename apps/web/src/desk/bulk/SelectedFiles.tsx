import { Button } from '@mantine/core';
import { type FileRow, MOST_IN_ONE_ACT, type Named } from '@patravali/contract';
import { useState } from 'react';
import { KeyButton } from '../../keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import type { Selection } from '../../ui/list/selection';
import preview from '../../ui/list/preview.module.css';
import type { RefusedFiles } from './api';
import classes from './bulk.module.css';
import { FollowFilesDialog, ParkFilesDialog } from './AtOnceDialogs';
import { ForwardFilesDialog } from './ForwardFilesDialog';
import { OpenFilesDialog } from './OpenFilesDialog';
import { RefusedList } from './RefusedList';

const NONE: RefusedFiles = new Map();
const DIALOGS = {
  forward: ForwardFilesDialog,
  open: OpenFilesDialog,
  park: ParkFilesDialog,
  follow: FollowFilesDialog,
};
/** As with one file. */
const KEYS = { park: 'w', follow: 'm' } as const;

/** The selected files, what may be done to all of them, and what the last act has refused. */
export function SelectedFiles({ selection }: { selection: Selection<Named<FileRow>> }) {
  const { t } = useTranslations();
  const { items, set } = selection;
  // With the files that were selected then: while the office acts, some leave the list already.
  const [asking, setAsking] = useState<{ act: keyof typeof DIALOGS; files: typeof items } | null>(null);
  const [refused, setRefused] = useState(NONE);
  const tooMany = items.length > MOST_IN_ONE_ACT;
  const done = (now: RefusedFiles) => {
    setRefused(now);
    set([...now.keys()]);
    setAsking(null);
  };
  const ask = (act: keyof typeof DIALOGS) => () => setAsking({ act, files: items });
  const Dialog = asking && DIALOGS[asking.act];
  const stillRefused = items.filter(({ id }) => refused.has(id));
  return (
    <>
      <h2 className={classes.title} role="status">
        {t('bulk.selected', { count: items.length })}
      </h2>
      <div className={preview.moves}>
        <KeyButton keys="f" label={t('bulk.forward')} disabled={tooMany} onClick={ask('forward')} />
        <KeyButton keys="o" label={t('bulk.open')} variant="default" disabled={tooMany} onClick={ask('open')} />
        {(['park', 'follow'] as const).map((move) => (
          <KeyButton
            key={move}
            keys={KEYS[move]}
            label={t(`fileMove.${move}`)}
            variant="default"
            disabled={tooMany}
            onClick={ask(move)}
          />
        ))}
        <Button variant="subtle" onClick={() => set([])}>
          {t('bulk.none')}
        </Button>
      </div>
      {tooMany && <p role="alert">{t('bulk.tooMany', { count: MOST_IN_ONE_ACT })}</p>}
      {stillRefused.length > 0 && (
        <section className="card">
          <h3 className="eyebrow">{t('bulk.notDone', { count: stillRefused.length })}</h3>
          <RefusedList files={stillRefused} refused={refused} />
        </section>
      )}
      <ul className={classes.files}>
        {items.slice(0, MOST_IN_ONE_ACT).map(({ id, number, subject }) => (
          <li key={id}>
            <span className="mono">{number}</span> {subject}
          </li>
        ))}
      </ul>
      {Dialog && <Dialog files={asking.files} onDone={done} onClose={() => setAsking(null)} />}
    </>
  );
}
