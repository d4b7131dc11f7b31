import { useMutation } from '@tanstack/react-query';
import { KeyButton, type KeyButtonProps } from './keyboard/KeyButton';
import { useRefusal } from './notices/use-refusal';

interface ActButtonProps extends Omit<KeyButtonProps, 'type' | 'onClick' | 'loading'> {
  act: () => Promise<unknown>;
}

/** A button whose act asks nothing: it waits while the act does, and a notice tells what that was refused for. */
export function ActButton({ act, ...button }: ActButtonProps) {
  const { mutate, isPending } = useMutation({ mutationFn: act, onError: useRefusal(), networkMode: 'always' });
  return <KeyButton {...button} loading={isPending} onClick={() => mutate()} />;
}
