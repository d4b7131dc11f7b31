import { DECISIONS, type Decision, type FileView } from '@patravali/contract';
import { SegmentedControl } from '@mantine/core';
import { EditorContent } from '@tiptap/react';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import { SaveLine } from '../autosave/SaveLine';
import { StaleText } from '../autosave/StaleText';
import type { Composer } from './use-composer';
import { WritingBar } from '../editor/WritingBar';
import { DiscardNote } from './DiscardNote';
import { nextParagraph, useSheetTurning } from '../sheet/sheet-turning';

/** The composer at the foot of the sheet: yellow, and on nobody's desk but this one, until it is confirmed. */
export function YellowNote({ file, composer }: { file: FileView; composer: Composer }) {
  const { t, number } = useTranslations();
  const { editor, state } = composer;
  const { notes } = useSheetTurning();
  const first = file.pendingNote?.provisionalFirstParagraph ?? nextParagraph(notes);
  const provisional = file.pendingNote?.provisionalNumber ?? file.counts.notes + 1;
  return (
    <section className={classes.yellow} aria-label={t('note.composer')}>
      <header className={classes.composerHead}>
        <strong>{t('note.yellow', { number: provisional })}</strong>
        <span>{t('note.private')}</span>
        <SaveLine state={state} />
        <DiscardNote file={file} composer={composer} />
      </header>
      {/* CSS counts up before the first paragraph, so it starts one lower. */}
      <div className={classes.writing} style={{ counterReset: `paragraph ${first - 1}` }}>
        <EditorContent editor={editor} />
      </div>
      <div className={classes.composerFoot}>
        <WritingBar editor={editor} forNote />
        <DecisionPicker decision={composer.decision} onDecide={composer.decide} />
      </div>
      {state.kind === 'stale' && (
        <StaleText
          mine={state.mine.text}
          theirs={state.theirs.content.text}
          onTakeTheirs={() => composer.settle(state.theirs.content)}
          onKeepMine={(text) => composer.settle({ ...state.mine, text })}
        />
      )}
      <span className="visually-hidden">{t('note.provisional', { number: number(provisional) })}</span>
    </section>
  );
}

const NONE = 'none';

function DecisionPicker({
  decision,
  onDecide,
}: {
  decision: Decision | null;
  onDecide: (one: Decision | null) => void;
}) {
  const { t } = useTranslations();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('note.decision')}
      value={decision ?? NONE}
      onChange={(value) => onDecide(DECISIONS.find((one) => one === value) ?? null)}
      data={[
        { value: NONE, label: t('note.noDecision') },
        ...DECISIONS.map((value) => ({ value, label: t(`decision.${value}`) })),
      ]}
    />
  );
}
