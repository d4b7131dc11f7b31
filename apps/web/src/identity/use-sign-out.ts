import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { setActingPost } from '../api/session/acting-post';
import { useCommand } from '../api/use-command';
import { useRefusal } from '../ui/notices/use-refusal';
import { forgetPerson } from './forget-person';

/** Ends the session and leads to the sign-in page, which knows nothing of the person. */
export function useSignOut(): () => void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const signOut = useCommand('signOut');
  const refused = useRefusal();
  return () =>
    signOut.mutate(
      {},
      {
        onError: refused,
        onSuccess: () => {
          void navigate({ to: '/sign-in', search: {} }).then(() => {
            setActingPost(null);
            forgetPerson(client);
          });
        },
      },
    );
}
