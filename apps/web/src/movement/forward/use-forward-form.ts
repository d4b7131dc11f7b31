import type { ActionAsked, ForwardReceipt, PostRef, Urgency } from '@patravali/contract';
import type { z } from 'zod';
import { type ContractForm, orNothing, useContractForm } from '../../ui/forms/use-contract-form';

/** What is said when a file or a receipt is sent on; an empty text is what is not said. */
export interface ForwardValues {
  to: PostRef | null;
  action: ActionAsked;
  urgency: Urgency | '';
  dueOn: string;
  remarks: string;
}

/** A file and a receipt are sent on alike, but for what their schemas have. */
type ForwardSchema<Request> = z.ZodType<Request> & { readonly shape: { readonly action: z.ZodType<ActionAsked> } };

/** The fields; a receipt keeps its own urgency, so only a file's form has one. */
export interface ForwardForm<Request extends ForwardReceipt = ForwardReceipt> extends ContractForm<
  ForwardValues,
  Request
> {
  hasUrgency: boolean;
}

interface ForwardFormOptions<Request> {
  schema: ForwardSchema<Request>;
  initial?: Partial<ForwardValues>;
  onValuesChange?: (values: ForwardValues) => void;
}

export function useForwardForm<Request extends ForwardReceipt>(
  options: ForwardFormOptions<Request>,
): ForwardForm<Request> {
  const { schema, initial, ...rest } = options;
  const initialValues = { ...nothingSaid(schema), ...initial };
  return { ...useContractForm({ schema, initialValues, ...rest }), hasUrgency: 'urgency' in schema.shape };
}

function nothingSaid(schema: ForwardSchema<unknown>): ForwardValues {
  return { to: null, action: schema.shape.action.parse(undefined), urgency: '', dueOn: '', remarks: '' };
}

/** The request that the fields make; the schema leaves out what its operation does not take. */
export function forwardRequest({ to, action, urgency, dueOn, remarks }: ForwardValues) {
  return {
    toPostId: to?.id,
    action,
    urgency: urgency === '' ? undefined : urgency,
    dueOn: orNothing(dueOn),
    remarks: orNothing(remarks),
  };
}
