import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useSentence } from './use-refusal';

interface ReasonDialogProps {
  title: string;
  /** What will happen, in a sentence. */
  children: ReactNode;
  act: string;
  /** Without it the act is not carried out. */
  needed: boolean;
  pending: boolean;
  error: unknown;
  onAct: (reason: string | undefined) => void;
  onClose: () => void;
}

/** Asks why, and says there and then when the office refuses. */
export function ReasonDialog({ title, children, act, needed, pending, error, onAct, onClose }: ReasonDialogProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const [reason, setReason] = useState('');
  const missing = needed && reason.trim() === '';
  const submit = () => {
    if (!missing) onAct(reason.trim() === '' ? undefined : reason.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('page.close') }}>
      <p style={{ marginTop: 0 }}>{children}</p>
      <Textarea
        label={needed ? t('file.reason') : t('file.reasonOptional')}
        required={needed}
        data-autofocus
        autosize
        minRows={3}
        value={reason}
        error={error ? sentence(error) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
        <Button onClick={submit} loading={pending} disabled={missing}>
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
