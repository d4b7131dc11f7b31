import { type Decision, DECISIONS, type FileView, type Named, prepares } from '@patravali/contract';
import { Menu } from '@mantine/core';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { announce } from '../../ui/notices/announcements';
import type { Composer } from '../composer/use-composer';
import classes from './deciding.module.css';

interface DecisionPickerProps {
  file: Named<FileView>;
  composer: Composer;
}

/**
 * What the note decides: "approved" with one press or key, the other decision in the menu beside it. Nothing for whoever may not
 * decide, unless this browser has kept a decision for them: that can be taken off.
 */
export function DecisionPicker({ file, composer: { decision, decide } }: DecisionPickerProps) {
  const { t } = useTranslations();
  const isAssistant = prepares(useActing().post.capacity);
  const mayDecide = file.allowedMoves.includes('decide');
  const shown = decision ?? 'approved';
  const choose = (one: Decision | null) => {
    decide(one);
    announce(t(one === null ? 'note.noDecision' : `decision.${one}`));
  };
  const toggle = (one: Decision) => choose(decision === one ? null : one);
  useKeys([{ key: 'a', label: t('note.keyApprove'), run: () => toggle('approved') }], mayDecide);
  if (!mayDecide && (decision === null || isAssistant)) return null;
  return (
    <span className={classes.decision} role="group" aria-label={t('note.decision')}>
      <button
        type="button"
        className={classes.chosen}
        aria-pressed={decision !== null}
        data-decision={decision ?? undefined}
        aria-keyshortcuts={mayDecide ? 'a' : undefined}
        onClick={() => toggle(shown)}
      >
        {decision !== null && <span aria-hidden>✓ </span>}
        {t(`decision.${shown}`)}
        {mayDecide && <Kbd keys="a" />}
      </button>
      {mayDecide && <OtherDecisions decision={decision} onChoose={choose} />}
    </span>
  );
}

interface OtherDecisionsProps {
  decision: Decision | null;
  onChoose: (one: Decision | null) => void;
}

function OtherDecisions({ decision, onChoose }: OtherDecisionsProps) {
  const { t } = useTranslations('sending');
  return (
    <Menu position="top-start">
      <Menu.Target>
        <button type="button" className={classes.others} aria-label={t('note.otherDecisions')}>
          ▾
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {[...DECISIONS, null].map((one) => (
          <Menu.RadioItem
            key={one ?? 'none'}
            value={one ?? 'none'}
            checked={one === decision}
            checkIcon={<span aria-hidden>✓</span>}
            closeMenuOnClick
            onChange={() => onChoose(one)}
          >
            {t(one === null ? 'note.noDecision' : `decision.${one}`)}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
