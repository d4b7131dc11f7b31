import { useRouter } from '@tanstack/react-router';
import { listOf } from './neighbours';

/**
 * Goes back to the list from which this was opened, as it was filtered and ordered: there the next one is chosen, and opens with
 * Enter. What was opened from elsewhere leads to the desk.
 */
export function useBackToList(): (id: string) => void {
  const { history } = useRouter();
  return (id) => history.push(listOf(id) ?? '/desk/all');
}
