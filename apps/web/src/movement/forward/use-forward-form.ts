import type { ActionAsked, Named, PostRef, Suggestion, Urgency } from '@patravali/contract';
import type { z } from 'zod';
import { type ContractForm, orNothing, useContractForm } from '../../ui/forms/use-contract-form';

/** What is said when a file or a receipt is sent on; an empty text is what is not said. */
export interface ForwardValues {
  to: PostRef | null;
  /** Of a receipt: who is given a copy. */
  copyTo: readonly PostRef[];
  /** What was chosen; nothing chosen is `usual`. */
  action: ActionAsked | '';
  /** What is likely asked of the post that was chosen. */
  usual: ActionAsked;
  urgency: Urgency | '';
  dueOn: string;
  remarks: string;
  /** Why the file was kept longer than the limit. */
  explanation: string;
}

/** A file and a receipt are sent on alike, but for what their schemas have. */
export interface Forwarding {
  toPostId: string;
  action?: ActionAsked | undefined;
  dueOn?: string | undefined;
  remarks?: string | undefined;
}
type ForwardSchema<Request> = z.ZodType<Request> & {
  readonly shape: { readonly action: z.ZodType<ActionAsked | undefined> };
};

/** The fields; a receipt keeps its own urgency, so only a file's form has one. */
export interface ForwardForm<Request extends Forwarding = Forwarding> extends ContractForm<ForwardValues, Request> {
  hasUrgency: boolean;
  /** Whether what is asked follows from the post; of a receipt the same is asked of every post. */
  followsPost: boolean;
}

export interface ForwardFormOptions<Request> {
  schema: ForwardSchema<Request>;
  initial?: Partial<ForwardValues>;
  onValuesChange?: (values: ForwardValues) => void;
}

export function useForwardForm<Request extends Forwarding>(options: ForwardFormOptions<Request>): ForwardForm<Request> {
  const { schema, initial, ...rest } = options;
  const initialValues = { ...nothingSaid(schema), ...initial };
  return {
    ...useContractForm({ schema, initialValues, ...rest }),
    hasUrgency: 'urgency' in schema.shape,
    followsPost: schema.shape.action.parse(undefined) === undefined,
  };
}

function nothingSaid(schema: ForwardSchema<unknown>): ForwardValues {
  const usual = schema.shape.action.parse(undefined) ?? 'put_up';
  return { to: null, copyTo: [], action: '', usual, urgency: '', dueOn: '', remarks: '', explanation: '' };
}

/** The form begins with the likeliest post. */
export function firstSuggested([first]: readonly Named<Suggestion>[]): Partial<ForwardValues> {
  return first ? { to: first.post, usual: first.action } : {};
}

/** What is asked of the next desk, as far as the fields say. */
export function actionAsked({ action, usual }: Pick<ForwardValues, 'action' | 'usual'>): ActionAsked {
  return action === '' ? usual : action;
}

/** The request that the fields make of a file. */
export function forwardRequest(values: ForwardValues) {
  const { urgency, explanation } = values;
  return {
    ...sendingRequest(values),
    urgency: urgency === '' ? undefined : urgency,
    explanation: orNothing(explanation),
  };
}

/** The request that the fields make of a receipt, which keeps its urgency: one that names any is refused. */
export function markRequest(values: ForwardValues) {
  const copyToPostIds = values.copyTo.map(({ id }) => id).filter((id) => id !== values.to?.id);
  return { ...sendingRequest(values), copyToPostIds: copyToPostIds.length > 0 ? copyToPostIds : undefined };
}

function sendingRequest({ to, dueOn, remarks, ...asked }: ForwardValues) {
  return { toPostId: to?.id, action: actionAsked(asked), dueOn: orNothing(dueOn), remarks: orNothing(remarks) };
}
