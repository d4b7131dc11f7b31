import type { Actor } from '@patravali/authorization';
import type { OperationId } from '@patravali/contract';
import type { Doing, Step } from '../http/repetition';
import { WORDS } from '../office/words';

interface Desks {
  readonly officer: Actor;
  readonly clerk: Actor;
}

/**
 * The officer links the file on his desk to another and unlinks it, and lets the other travel inside it for a while. Of a file
 * that has gone to him the clerk opens a part, which is incorporated; then it goes on in its next volume.
 */
export async function filesTogether(file: string, headId: string, { officer, clerk }: Desks, go: Doing): Promise<void> {
  const at = (does: OperationId, path: string, body: object): Step => ({ does, method: 'post', path, body });
  const opening = { headId, subject: 'पुलिया की मरम्मत' };
  const { id } = await go(officer, at('createFile', '/files', opening), { ...opening, subject: 'अन्य' });
  const other = String(id);
  const [reason, nowhere] = [{ reason: 'प्रकरण भिन्न है' }, crypto.randomUUID()];
  await go(officer, at('linkFile', `/files/${file}/links`, { otherFileId: other }), { otherFileId: nowhere });
  await go(officer, at('unlinkFile', `/files/${file}/links/${other}/unlink`, reason), { reason: 'भूल' });
  await go(officer, at('attachFile', `/files/${other}/attach`, { mainFileId: file }), { mainFileId: nowhere });
  await go(officer, at('detachFile', `/files/${other}/detach`, {}), { remarks: 'निर्णय अलग होगा' });
  const main = await go(clerk, at('createFile', '/files', opening), { ...opening, subject: 'नहर' });
  const onward = { toPostId: officer.postId, ...WORDS };
  const away = at('forwardFile', `/files/${String(main.id)}/forward`, onward);
  await go(clerk, away, { ...onward, remarks: 'कृपया देखें' });
  const part = await go(clerk, at('openPart', `/files/${String(main.id)}/parts`, {}), { remarks: 'तत्काल कार्यवाही' });
  const partId = String(part.id);
  await go(clerk, at('forwardFile', `/files/${partId}/forward`, onward), { ...onward, remarks: 'कृपया देखें' });
  await go(officer, { does: 'incorporatePart', method: 'post', path: `/files/${partId}/incorporate` }, {});
  await go(officer, at('openVolume', `/files/${String(main.id)}/volumes`, {}), { explanation: 'अभिलेख अप्राप्त थे' });
}
