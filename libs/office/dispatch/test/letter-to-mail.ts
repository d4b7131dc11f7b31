import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import type { TestOffice } from '../../../../test/support/office/office';
import { writeIssue } from '../../../../test/support/papers/written-letters';

/** A letter of SO, signed by US, that goes out by e-mail, with its bytes in the store. @returns the issue's id. */
export async function writeLetterToMail(office: TestOffice, pdf: string): Promise<string> {
  const [by, signatory] = [office.at('SO'), office.at('US')];
  const { fileId } = await office.newFile(by);
  const bytes = await office.get<ObjectStore>(OBJECT_STORE).put({ bytes: Buffer.from(pdf) });
  const { id } = await writeIssue(office, { fileId, by, signatory, served: 0, email: 'inspector@example.in', bytes });
  return id;
}
