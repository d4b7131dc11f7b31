import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useTranslations } from '../language/use-translations';
import { FormDialog } from './FormDialog';
import { orNothing, useContractForm } from './forms/use-contract-form';
import { isGivenUp, useSentence } from './notices/use-refusal';

interface ReasonDialogProps {
  title: string;
  /** What will happen, in a sentence. */
  children: ReactNode;
  /** What its button says, where that is not the title. */
  act?: string;
  /** The schema of the request that carries the reason; it says whether one is needed. */
  schema: z.ZodType<{ reason?: string | undefined }>;
  /** What else is asked, and whether that is still missing. */
  more?: { readonly field: ReactNode; readonly isMissing: boolean };
  /** What is done for the reason, which is empty where none is needed and none was given; then the dialog closes. */
  onAct: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why, and says there and then when the office refuses. */
export function ReasonDialog({ title, children, act = title, schema, more, onAct, onClose }: ReasonDialogProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { form, check } = useContractForm({ schema, initialValues: { reason: '' } });
  const needed = !schema.safeParse({}).success;
  const reason = orNothing(form.values.reason);
  const missing = (needed && reason === undefined) || more?.isMissing === true;
  const { mutate, isPending, error } = useMutation({ mutationFn: onAct, onSuccess: onClose, networkMode: 'always' });
  const submit = () => {
    const request = check({ reason });
    if (request) mutate(request.reason ?? '');
  };
  return (
    <FormDialog title={title} act={act} pending={isPending} incomplete={missing} onSubmit={submit} onClose={onClose}>
      <p style={{ margin: 0 }}>{children}</p>
      <Textarea
        {...form.getInputProps('reason')}
        label={needed ? t('file.reason') : t('file.reasonOptional')}
        required={needed}
        data-autofocus
        minRows={3}
        error={form.errors.reason ?? (error && !isGivenUp(error) ? sentence(error) : undefined)}
      />
      {more?.field}
    </FormDialog>
  );
}
