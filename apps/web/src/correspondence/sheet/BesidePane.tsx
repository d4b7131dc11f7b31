import { correspondencePages } from '@messages/correspondence-pages';
import { type CorrespondenceView, isAttached, type Named } from '@patravali/contract';
import { CloseButton, NativeSelect } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { DocumentViewer } from '../../documents/viewer/DocumentViewer';
import { useTranslations } from '../../language/use-translations';
import classes from './correspondence.module.css';
import { diarisedOf } from './diarised-of';

interface BesidePaneProps {
  letters: readonly Named<CorrespondenceView>[];
  /** The letter that lies open on the other sheet. */
  openId: string | null;
  onClose: () => void;
}

/** A second letter, laid over the note sheet: any of the contents beside the one that is open. */
export function BesidePane({ letters, openId, onClose }: BesidePaneProps) {
  const { t, language } = useTranslations();
  const attached = letters.filter(isAttached);
  const [chosenId, choose] = useState(() => neighbourOf(attached, openId)?.id);
  const letter = attached.find(({ id }) => id === chosenId);
  const act = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section className={classes.beside} aria-label={t('correspondence.beside')} onKeyDown={act}>
      <div className={classes.besideHead}>
        <NativeSelect
          size="xs"
          flex={1}
          autoFocus
          aria-label={t('correspondence.besideWhich')}
          value={chosenId}
          onChange={(event) => choose(event.currentTarget.value)}
          data={attached.map((each) => ({ value: each.id, label: `${correspondencePages(each)} · ${each.party}` }))}
        />
        <CloseButton size="sm" aria-label={t('correspondence.besideClose')} onClick={onClose} />
      </div>
      {letter && (
        <DocumentViewer
          key={letter.id}
          documentId={letter.document.id}
          title={t('correspondence.title', { serial: letter.serial, party: letter.party })}
          firstPage={letter.firstPage}
          diarised={diarisedOf(letter, language)}
        />
      )}
    </section>
  );
}

/** The one before, as a reply lies behind its letter; of the first the next. */
function neighbourOf(letters: readonly Named<CorrespondenceView>[], openId: string | null) {
  const index = letters.findIndex(({ id }) => id === openId);
  return letters[index > 0 ? index - 1 : 1] ?? letters[0];
}
