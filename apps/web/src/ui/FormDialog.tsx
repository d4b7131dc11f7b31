import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from '../language/use-translations';
import forms from './forms/fieldset.module.css';
import { focusMissing } from './forms/focus-missing';
import { isGivenUp, useSentence } from './notices/use-refusal';

interface FormDialogProps {
  title: string;
  /** The fields. */
  children: ReactNode;
  /** What its button says, where that is not the title. */
  act?: string;
  pending?: boolean;
  /** Something is still missing without which there is nothing to send. */
  incomplete?: boolean;
  /** What the office refused, where `onSubmit` does not tell of it. */
  error?: unknown;
  /** In pixels; a dialog of many fields is wider. */
  size?: number;
  /** False where the caller says what has the focus afterwards. */
  returnFocus?: boolean;
  /** The act. While a promise of it stands, the dialog waits; what that rejects with is said at the foot, unless it was given up. */
  onSubmit: () => unknown;
  onClose: () => void;
}

const FIELD = 'input:not([type=hidden], [type=file]), textarea, select, [contenteditable=true]';

/**
 * The dialog gives the focus to what bears this attribute: without one to its first field, else to its act. Without that
 * the button that closes it would have the focus, and a bare Enter would give the act up.
 */
function chooseFirstFocus(form: HTMLFormElement | null): void {
  if (!form || form.querySelector('[data-autofocus]')) return;
  const first = form.querySelector(FIELD) ?? form.querySelector('[type=submit]');
  first?.setAttribute('data-autofocus', '');
}

/** Some fields and one act, which Ctrl+Enter does too; says there and then when the office refuses. */
export function FormDialog({
  title,
  children,
  act = title,
  error,
  size,
  returnFocus = true,
  onSubmit,
  onClose,
  ...state
}: FormDialogProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { mutate, ...sent } = useMutation({
    mutationFn: async () => {
      await onSubmit();
    },
    networkMode: 'always',
  });
  const pending = state.pending === true || sent.isPending;
  const refused = error ?? (isGivenUp(sent.error) ? null : sent.error);
  const form = useRef<HTMLFormElement>(null);
  const [isPressed, press] = useState(false);
  const submit = () => {
    if (pending) return;
    press(state.incomplete === true);
    if (state.incomplete) focusMissing(form.current);
    else mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      returnFocus={returnFocus}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      // Of the whole dialog: one without fields has the focus outside its form.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
      {...(size !== undefined && { size })}
    >
      <form
        ref={(shown) => {
          form.current = shown;
          chooseFirstFocus(shown);
        }}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          {children}
          <Stack gap="sm" className={forms.foot}>
            {isPressed && state.incomplete && <p role="alert">{t('form.needed')}</p>}
            {refused != null && <p role="alert">{sentence(refused)}</p>}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('page.cancel')}
              </Button>
              <Button type="submit" loading={pending} disabled={state.incomplete === true}>
                {act}
              </Button>
            </Group>
          </Stack>
        </Stack>
      </form>
    </Modal>
  );
}
