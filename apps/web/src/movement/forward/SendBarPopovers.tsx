import type { ActionAsked, PostRef } from '@patravali/contract';
import { Button, Popover } from '@mantine/core';
import { useEffect, useState } from 'react';
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
}

/** Any other post than those suggested. */
export function OtherPost({ chosen, onChoose }: OtherPostProps) {
  const { t } = useTranslations();
  const [opened, setOpened] = useState(false);
  const likely = useLikelyAction();
  useKeys([{ key: 'f', label: t('file.otherPost'), run: () => setOpened(true) }]);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width="min(420px, 100vw - 16px)"
      position="top"
      trapFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          aria-pressed={chosen !== null}
          className={classes.target}
          onClick={() => setOpened((open) => !open)}
        >
          {chosen?.marking ?? t('file.otherPostShort')}
          <Kbd keys="f" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <PostPicker
          label={t('file.otherPost')}
          value={chosen?.id ?? null}
          autoFocus
          onChange={(_, post) => {
            onChoose(post, likely(post));
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says what is asked, with a plus when more is said; opens the fields, also when one of them does not fit. */
export function OptionsButton({ form }: { form: ForwardForm }) {
  const { t } = useTranslations();
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
      <Popover.Dropdown>
        <ForwardOptions form={form} />
      </Popover.Dropdown>
    </Popover>
  );
}
