import { useState } from 'react';
import { KeptValues } from '../../ui/forms/kept-values';
import {
  type ForwardForm,
  type ForwardFormOptions,
  type Forwarding,
  type ForwardValues,
  useForwardForm,
} from './use-forward-form';

interface KeptForwardForm<Request extends Forwarding> extends ForwardForm<Request> {
  /** It has been sent, or laid aside. */
  forget: () => void;
}

/**
 * The form with which a file or a receipt is sent on, kept in this tab until then.
 * @param sent what is sent on, and since when it lies on this desk: when it comes back, the form is a new one
 */
export function useKeptForwardForm<Request extends Forwarding>(
  sent: { id: string; since: string },
  { schema, initial }: Pick<ForwardFormOptions<Request>, 'schema' | 'initial'>,
): KeptForwardForm<Request> {
  const [kept] = useState(() => new KeptValues<Partial<ForwardValues>>(`forward.${sent.id}.${sent.since}`));
  const [first] = useState(() => kept.over(initial ?? {}));
  const form = useForwardForm({ schema, initial: first, onValuesChange: (values) => kept.keep(values) });
  return { ...form, forget: () => kept.drop() };
}
