import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { queryOf } from '../api/query-of';
import { keyOf } from '../api/keys';
import { useList } from '../api/lists/use-list';

const A_MINUTE = 60_000;

/** One's own keys. */
export const signingKeysQuery = () => queryOf('listSigningKeys', {}, { staleTime: 0 });

/** What officers and authors sign in this office. */
export const useSigningRule = () => useQuery(queryOf('getSigningRule', {}, { staleTime: 0 }));

/** The letters that the acting post is to sign now. */
export const useLettersToSign = () => useList('listLettersToSign', {}, { every: A_MINUTE });

export const useLetterToSign = (issueId: string) =>
  useQuery(queryOf('getLetterToSign', { params: { letterId: issueId } }));

/** The bytes that are to be signed; each signature changes them. */
export const useLetterPdf = (issueId: string, signed: number) =>
  useQuery({
    queryKey: [...keyOf('readLetterToSign', { params: { letterId: issueId } }), signed],
    queryFn: ({ signal }) => call('readLetterToSign', { params: { letterId: issueId } }, { signal }),
    staleTime: Infinity,
  });
