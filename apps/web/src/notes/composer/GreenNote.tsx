import type { FileView, Named, PendingNote } from '@patravali/contract';
import { Group } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../../ui/notices/announcements';
import { ActButton } from '../../ui/ActButton';
import { Time } from '../../ui/Time';
import { DecisionBadge } from '../sheet/lines/DecisionBadge';
import { KindLine } from '../sheet/NoteCard';
import classes from '../note.module.css';
import { NoteText } from '../sheet/text/NoteText';
import { DiscussedWithLine } from '../sheet/Participants';
import { SignNoteButton } from './ConfirmNote';
import type { Composer } from './use-composer';

interface GreenNoteProps {
  file: Named<FileView>;
  note: Named<PendingNote>;
  composer: Composer;
}

/** A confirmed note that has not left yet: official, and its author can still take it back. */
export function GreenNote({ file, note, composer }: GreenNoteProps) {
  const { t, translate } = useTranslations();
  const takeBack = useCommand('takeBackNote');
  const act = async () => {
    composer.adopt((await takeBack.mutateAsync({ params: { fileId: file.id }, ifMatch: note.version })).version);
    announce(t('note.takenBack'));
  };
  return (
    <section className={classes.green} aria-label={t('note.green', { number: note.provisionalNumber })}>
      <header className={classes.composerHead}>
        <strong>{t('note.green', { number: note.provisionalNumber })}</strong>
        <WhatIs word="green" />
        <span>{t('note.greenWhy')}</span>
      </header>
      <KindLine of={note} />
      <DiscussedWithLine posts={note.discussedWith} />
      <div className={classes.greenText}>
        <NoteText text={note.text} firstParagraph={note.provisionalFirstParagraph} />
      </div>
      <Group gap="xs" justify="flex-end">
        <DecisionBadge of={{ decision: note.decision, recommendedTo: file.decides }} />
        <span className="soft small">
          {note.preparedBy && `${t('note.preparedBy', { name: translate(note.preparedBy) })} · `}
          {translate(note.savedBy)} · <Time at={note.savedAt} form="time" />
        </span>
        {note.signedAt !== null && (
          <span className="small">
            ✓ {t('note.signed')} <Time at={note.signedAt} form="time" />
          </span>
        )}
        {file.signedNotes && note.signedAt === null && file.allowedMoves.includes('confirm_note') && (
          <SignNoteButton fileId={file.id} save={() => Promise.resolve(note.version)} onSigned={composer.adopt} />
        )}
        {file.allowedMoves.includes('confirm_note') && (
          <ActButton label={t('note.takeBack')} variant="default" size="compact-xs" act={act} />
        )}
      </Group>
    </section>
  );
}
