import type { Actor } from '@patravali/authorization';
import type { NoteSignatureFiles } from '@patravali/contract';
import type { Authority } from '../../../libs/platform/signatures/test/authority';
import type { TestApi } from '../http/api';

/** What `openssl cms -verify` says of the signature of a note over these words. @throws when it does not hold. */
export const verified = (authority: Authority, { cms }: NoteSignatureFiles, over: string): string =>
  authority
    .openssl(
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-purpose',
      'any',
      '-CAfile',
      'ca.pem',
      '-in',
      authority.file('it.p7s', Buffer.from(cms, 'base64')),
      '-content',
      authority.file('it.json', over),
    )
    .toString();

/** The two files of the signature of a note. */
export const filesOfNote = async (api: TestApi, by: Actor, fileId: string, note = 1) =>
  (await api.as(by, 'get', `/files/${fileId}/notes/${String(note)}/signature`)).body as NoteSignatureFiles;
