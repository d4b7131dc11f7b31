import type { ActionAsked, PostRef } from '@patravali/contract';
import { Button, Popover, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import classes from '../forward.module.css';
import { ForwardOptions } from './ForwardOptions';
import { actionAsked, type ForwardForm } from './use-forward-form';
import { useLikelyAction } from './use-likely-action';

interface OtherPostProps {
  chosen: PostRef | null;
  onChoose: (post: PostRef, action: ActionAsked) => void;
  isOpen: boolean;
  open: (isOpen: boolean) => void;
}

/** Any other post than those suggested. */
export function OtherPost({ chosen, onChoose, isOpen, open }: OtherPostProps) {
  const { t, marking } = useTranslations('sending');
  const button = useRef<HTMLButtonElement>(null);
  const likely = useLikelyAction();
  useKeys([{ key: 'f', label: t('file.otherPost'), run: () => open(true) }]);
  const close = () => {
    open(false);
    button.current?.focus();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={open}
      width="min(420px, 100vw - 16px)"
      position="top"
      trapFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <button
          ref={button}
          type="button"
          aria-pressed={chosen !== null}
          className={classes.target}
          onClick={() => open(!isOpen)}
        >
          {chosen === null ? (
            <>
              <VisuallyHidden>{t('file.otherPost')}</VisuallyHidden>
              <span aria-hidden>{t('file.otherPostShort')}</span>
            </>
          ) : (
            marking(chosen)
          )}
          <Kbd keys="f" />
        </button>
      </Popover.Target>
      <Popover.Dropdown
        onKeyDown={(event) => {
          // Where it chooses no post, the key that sends goes back to the bar; there it says what it does.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close();
        }}
      >
        <PostPicker
          label={t('file.otherPost')}
          value={chosen?.id ?? null}
          autoFocus
          onChange={(_, post) => {
            onChoose(post, likely(post));
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/**
 * Says what is asked, with a plus when more is said; opens the fields, also when one of them does not fit. The key that sends does so from
 * them too.
 */
export function OptionsButton({ form, onSend }: { form: ForwardForm; onSend: () => void }) {
  const { t } = useTranslations('sending');
  const [opened, setOpened] = useState(false);
  const { urgency, dueOn, remarks } = form.form.values;
  const { errors } = form.form;
  const unfit = ['action', 'urgency', 'dueOn', 'remarks'].some((field) => field in errors);
  useEffect(() => {
    if (unfit) setOpened(true);
  }, [unfit]);
  const shown =
    t(`action.${actionAsked(form.form.values)}`) + ([urgency, dueOn, remarks].some((said) => said !== '') ? ' +' : '');
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="top-end" trapFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${shown} ▾: ${t('file.sendOptions')}`}
          onClick={() => setOpened((open) => !open)}
        >
          {shown} ▾
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          // It ends what is said along with the file as well.
          flushSync(() => setOpened(false));
          onSend();
        }}
      >
        <ForwardOptions form={form} />
      </Popover.Dropdown>
    </Popover>
  );
}
