import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useActing } from '../../api/use-session';
import { type Place, placeAt, placesOf } from '../places';

/** The menu of the acting post, and which of its places is shown. */
export function usePlaces(): { places: readonly Place[]; shown: Place | undefined } {
  const { post } = useActing();
  const places = useMemo(() => placesOf(post), [post]);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  return { places, shown: placeAt(places, pathname) };
}
