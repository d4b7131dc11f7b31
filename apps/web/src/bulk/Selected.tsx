import { Button } from '@mantine/core';
import { MOST_IN_ONE_ACT } from '@patravali/contract';
import { type ComponentType, useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { KeyButton } from '../ui/keyboard/KeyButton';
import preview from '../ui/list/preview.module.css';
import type { BulkDialogProps } from './ActDialog';
import type { Refused } from './api';
import classes from './bulk.module.css';
import { RefusedList } from './RefusedList';
import type { KindOfThing, Thing } from './thing';

/** What may be done to all that is selected; the first is the likeliest. */
export interface SelectedAct<Of extends KindOfThing> {
  keys: string;
  label: string;
  Dialog: ComponentType<BulkDialogProps<Of>>;
}

interface SelectedProps<Of extends KindOfThing> {
  of: Of;
  things: readonly Thing[];
  /** Selects these, and nothing else. */
  set: (ids: readonly string[]) => void;
  acts: readonly SelectedAct<Of>[];
  /** Says what could not be touched, where that may have left the list. */
  tellRefused?: (refused: Refused, things: readonly Thing[]) => void;
}

const NONE: Refused = new Map();

/** What is selected, what may be done to all of them, and what the last act has refused. */
export function Selected<Of extends KindOfThing>(props: SelectedProps<Of>) {
  const { of, things, set, acts, tellRefused } = props;
  const { t } = useTranslations('bulk');
  // With what was selected then: while the office acts, some leave the list already.
  const [asking, setAsking] = useState<Pick<SelectedAct<Of>, 'Dialog'> & Pick<SelectedProps<Of>, 'things'>>();
  const [refused, setRefused] = useState(NONE);
  const tooMany = things.length > MOST_IN_ONE_ACT;
  const done = (asked: readonly Thing[]) => (now: Refused) => {
    if (now.size > 0) tellRefused?.(now, asked);
    setRefused(now);
    set([...now.keys()]);
    setAsking(undefined);
  };
  const stillRefused = things.filter(({ id }) => refused.has(id));
  return (
    <>
      <h2 className={classes.title}>
        <span role="status">{t(`bulk.${of}.selected`, { count: things.length })}</span>
      </h2>
      <div className={preview.moves}>
        {acts.map(({ keys, label, Dialog }, index) => (
          <KeyButton
            key={keys}
            keys={keys}
            label={label}
            {...(index > 0 && { variant: 'default' })}
            disabled={tooMany}
            onClick={() => setAsking({ Dialog, things })}
          />
        ))}
        <Button variant="subtle" onClick={() => set([])}>
          {t('bulk.none')}
        </Button>
      </div>
      {tooMany && <p role="alert">{t(`bulk.${of}.tooMany`, { count: MOST_IN_ONE_ACT })}</p>}
      {stillRefused.length > 0 && (
        <section className="card">
          <h3 className="eyebrow">{t(`bulk.${of}.notDone`, { count: stillRefused.length })}</h3>
          <RefusedList things={stillRefused} refused={refused} />
        </section>
      )}
      <ul className={classes.files}>
        {things.slice(0, MOST_IN_ONE_ACT).map(({ id, number, subject }) => (
          <li key={id}>
            <span className="mono">{number}</span> {subject}
          </li>
        ))}
      </ul>
      {asking && (
        <asking.Dialog
          of={of}
          things={asking.things}
          onDone={done(asking.things)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
