import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../api/query-of';
import { useList } from '../api/lists/use-list';

/** Whom the office trusts. */
export const trustedRootsQuery = () => queryOf('listTrustedRoots', {}, { staleTime: 0 });

/** To whom certificates are bound, and which keys to nobody yet: for the administrator. */
export const useBindings = () => useList('listCertificateBindings', {});
export const useUnboundKeys = () => useQuery(queryOf('listUnboundKeys', {}, { staleTime: 0 }));
