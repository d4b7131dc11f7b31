import { useForm, type UseFormReturnType } from '@mantine/form';
import type { z } from 'zod';
import { ProblemError } from '../../api/problem-error';
import { useTranslations } from '../../language/use-translations';
import { fieldErrors, refusedFields } from './field-errors';

interface ContractFormOptions<Values, Request> {
  /** What the operation takes. */
  schema: z.ZodType<Request>;
  /** As the fields hold them: an empty text for what is not filled in. */
  initialValues: Values;
  onValuesChange?: (values: Values) => void;
}

export interface ContractForm<Values, Request> {
  form: UseFormReturnType<Values>;
  /** The request, if it fits the schema; else null, and each field that does not fit says why. */
  check: (request: unknown) => Request | null;
  /** The same by another schema, for an act that asks for less. */
  checkBy: <Other>(schema: z.ZodType<Other>, request: unknown) => Other | null;
  /** Acts with the request if it fits the schema, and marks the fields that the server then refuses. */
  send: (request: unknown, act: (request: Request) => Promise<unknown>) => Promise<void>;
  /** Marks the fields that the server refused; `within` is the part of the request that the form fills in. */
  refuse: (error: unknown, within?: string) => void;
}

/** A form whose rules are the contract's own schema, so that the page and the server never differ on a limit. */
export function useContractForm<Values extends object, Request>({
  schema,
  ...options
}: ContractFormOptions<Values, Request>): ContractForm<Values, Request> {
  const translations = useTranslations();
  const form = useForm<Values>({ mode: 'controlled', ...options });
  const checkBy = <Asked>(asked: z.ZodType<Asked>, request: unknown): Asked | null => {
    const { success, data, error } = asked.safeParse(request);
    form.setErrors(success ? {} : fieldErrors(error.issues, translations));
    return success ? data : null;
  };
  const refuse = (error: unknown, within?: string) => {
    if (error instanceof ProblemError) form.setErrors(refusedFields(error.problem, within));
  };
  const send = async (request: unknown, act: (fitting: Request) => Promise<unknown>) => {
    const fitting = checkBy(schema, request);
    if (!fitting) return;
    await act(fitting).catch((error: unknown) => {
      refuse(error);
      throw error;
    });
  };
  return { form, check: (request) => checkBy(schema, request), checkBy, send, refuse };
}

/** What was typed, or nothing: a field left empty is left out of the request. */
export function orNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
