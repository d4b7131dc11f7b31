import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useTranslations } from '../language/use-translations';
import { FormDialog } from './FormDialog';
import { orNothing, useContractForm } from './forms/use-contract-form';
import { useSentence } from './notices/use-refusal';

interface ReasonDialogProps {
  title: string;
  /** What will happen, in a sentence. */
  children: ReactNode;
  act: string;
  /** The schema of the request that carries the reason; it says whether one is needed. */
  schema: z.ZodType<{ reason?: string | undefined }>;
  pending: boolean;
  /** What else is asked, and whether that is still missing. */
  more?: { readonly field: ReactNode; readonly isMissing: boolean };
  error: unknown;
  onAct: (reason: string | undefined) => void;
  onClose: () => void;
}

/** Asks why, and says there and then when the office refuses. */
export function ReasonDialog({
  title,
  children,
  act,
  schema,
  pending,
  error,
  more,
  onAct,
  onClose,
}: ReasonDialogProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { form, check } = useContractForm({ schema, initialValues: { reason: '' } });
  const needed = !schema.safeParse({}).success;
  const reason = orNothing(form.values.reason);
  const missing = (needed && reason === undefined) || more?.isMissing === true;
  const submit = () => {
    const request = check({ reason });
    if (request) onAct(request.reason);
  };
  return (
    <FormDialog title={title} act={act} pending={pending} incomplete={missing} onSubmit={submit} onClose={onClose}>
      <p style={{ margin: 0 }}>{children}</p>
      <Textarea
        {...form.getInputProps('reason')}
        label={needed ? t('file.reason') : t('file.reasonOptional')}
        required={needed}
        data-autofocus
        autosize
        minRows={3}
        error={form.errors.reason ?? (error ? sentence(error) : undefined)}
      />
      {more?.field}
    </FormDialog>
  );
}
