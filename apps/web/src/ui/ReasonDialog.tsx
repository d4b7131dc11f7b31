import { Button, Group, Modal, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useTranslations } from '../language/use-translations';
import { orNothing, useContractForm } from './forms/use-contract-form';
import { useSentence } from './use-refusal';

interface ReasonDialogProps {
  title: string;
  /** What will happen, in a sentence. */
  children: ReactNode;
  act: string;
  /** The schema of the request that carries the reason; it says whether one is needed. */
  schema: z.ZodType<{ reason?: string | undefined }>;
  pending: boolean;
  error: unknown;
  onAct: (reason: string | undefined) => void;
  onClose: () => void;
}

/** Asks why, and says there and then when the office refuses. */
export function ReasonDialog({ title, children, act, schema, pending, error, onAct, onClose }: ReasonDialogProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { form, check } = useContractForm({ schema, initialValues: { reason: '' } });
  const needed = !schema.safeParse({}).success;
  const reason = orNothing(form.values.reason);
  const missing = needed && reason === undefined;
  const submit = () => {
    const request = missing ? null : check({ reason });
    if (request) onAct(request.reason);
  };
  const field = form.getInputProps('reason');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('page.close') }}>
      <p style={{ marginTop: 0 }}>{children}</p>
      <Textarea
        {...field}
        label={needed ? t('file.reason') : t('file.reasonOptional')}
        required={needed}
        data-autofocus
        autosize
        minRows={3}
        error={form.errors.reason ?? (error ? sentence(error) : undefined)}
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
