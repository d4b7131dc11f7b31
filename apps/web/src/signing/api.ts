import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList } from '../api/lists/use-list';

const A_MINUTE = 60_000;

/** One's own keys. */
export const signingKeysQuery = () =>
  queryOptions({
    queryKey: keyOf('listSigningKeys'),
    queryFn: ({ signal }) => call('listSigningKeys', {}, { signal }),
    staleTime: 0,
  });

/** What officers and authors sign in this office. */
export const useSigningRule = () =>
  useQuery({
    queryKey: keyOf('getSigningRule'),
    queryFn: ({ signal }) => call('getSigningRule', {}, { signal }),
    staleTime: 0,
  });

/** The letters that the acting post is to sign now. */
export const useLettersToSign = () => useList('listLettersToSign', {}, { every: A_MINUTE });

export function useLetterToSign(issueId: string) {
  return useQuery({
    queryKey: keyOf('getLetterToSign', { params: { letterId: issueId } }),
    queryFn: ({ signal }) => call('getLetterToSign', { params: { letterId: issueId } }, { signal }),
  });
}

/** The bytes that are to be signed; each signature changes them. */
export function useLetterPdf(issueId: string, signed: number) {
  return useQuery({
    queryKey: [...keyOf('readLetterToSign', { params: { letterId: issueId } }), signed],
    queryFn: ({ signal }) => call('readLetterToSign', { params: { letterId: issueId } }, { signal }),
    staleTime: Infinity,
  });
}
