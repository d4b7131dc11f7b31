import { type Decision, DECISIONS, type FileView, type Named } from '@patravali/contract';
import { SegmentedControl } from '@mantine/core';
import { EditorContent } from '@tiptap/react';
import { useActing } from '../../api/use-session';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../../ui/notices/announcements';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from '../note.module.css';
import { SaveLine } from '../autosave/SaveLine';
import type { Composer } from './use-composer';
import { WritingBar } from '../writing/WritingBar';
import { VersionsButton } from '../versions/VersionsButton';
import { WhatIs } from '../../help/WhatIs';
import { KindPicker } from './KindPicker';
import { DiscardNote } from './DiscardNote';
import { StaleNote } from './StaleNote';
import { Warnings } from './Warnings';

const DiscussedWith = lazyPart(() => import('./DiscussedWith').then((field) => field.DiscussedWith));

/** The composer at the foot of the sheet: yellow, and on nobody's desk but this one, until it is confirmed. */
export function YellowNote({ file, composer }: { file: Named<FileView>; composer: Composer }) {
  const { t, number } = useTranslations();
  const { editor, state } = composer;
  const isAssistant = useActing().post.capacity === 'assistant';
  const mayDecide = file.allowedMoves.includes('decide');
  const first = file.pendingNote?.provisionalFirstParagraph ?? composer.nextParagraph;
  const provisional = file.pendingNote?.provisionalNumber ?? file.counts.notes + 1;
  return (
    <section className={classes.yellow} aria-label={t('note.composer')}>
      <header className={classes.composerHead}>
        <strong>{t('note.yellow', { number: provisional })}</strong>
        <WhatIs word="yellow" />
        <KindPicker file={file} composer={composer} />
        <span>{t(file.forCorrection ? 'note.privateToBoth' : 'note.private')}</span>
        <SaveLine state={state} />
        <PreparedBy file={file} />
        <VersionsButton file={file} />
        {!file.forCorrection && <DiscardNote file={file} composer={composer} />}
      </header>
      {composer.kind === 'discussion' && <DiscussedWith composer={composer} />}
      {/* CSS counts up before the first paragraph, so it starts one lower. */}
      <div className={classes.writing} style={{ counterReset: `paragraph ${first - 1}` }}>
        <EditorContent editor={editor} />
      </div>
      <Warnings file={file} composer={composer} />
      <div className={classes.composerFoot}>
        <WritingBar editor={editor} writes="note" />
        {(mayDecide || (composer.decision !== null && !isAssistant)) && (
          <DecisionPicker
            decision={composer.decision}
            offered={mayDecide ? DECISIONS : []}
            onDecide={composer.decide}
          />
        )}
      </div>
      {state.kind === 'stale' && (
        <StaleNote mine={state.mine} theirs={state.theirs.content} onSettle={composer.settle} />
      )}
      <span className="visually-hidden">{t('note.provisional', { number: number(provisional) })}</span>
    </section>
  );
}

/** Who wrote it for the officer, whose note it will be. */
function PreparedBy({ file: { pendingNote } }: { file: Named<FileView> }) {
  const { t, translate } = useTranslations();
  if (!pendingNote?.preparedBy) return null;
  return <span>{t('note.preparedBy', { name: translate(pendingNote.preparedBy) })}</span>;
}

const NONE = 'none';

interface DecisionPickerProps {
  decision: Decision | null;
  /** None for whoever may not decide: then what this browser kept can only be taken off. */
  offered: readonly Decision[];
  onDecide: (one: Decision | null) => void;
}

function DecisionPicker({ decision, offered, onDecide }: DecisionPickerProps) {
  const { t } = useTranslations();
  const approvable = offered.includes('approved');
  const approve = () => {
    onDecide(decision === 'approved' ? null : 'approved');
    announce(t(decision === 'approved' ? 'note.noDecision' : 'decision.approved'));
  };
  useKeys([{ key: 'a', label: t('note.keyApprove'), run: approve }], approvable);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('note.decision')}
      value={decision ?? NONE}
      onChange={(value) => onDecide(DECISIONS.find((one) => one === value) ?? null)}
      data={[
        { value: NONE, label: t('note.noDecision') },
        ...DECISIONS.filter((one) => offered.includes(one) || one === decision).map((value) => ({
          value,
          label:
            value === 'approved' && approvable ? (
              <>
                {t(`decision.${value}`)} <Kbd keys="a" />
              </>
            ) : (
              t(`decision.${value}`)
            ),
        })),
      ]}
    />
  );
}
