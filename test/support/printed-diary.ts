import type { Actor } from '@patravali/authorization';
import { DownloadDiary, type RegisterPeriod } from '@patravali/dak';
import { TYPESETTER } from '@patravali/typesetting';
import type { TestOffice } from './office';

type Rows = readonly (readonly string[])[];

/** What the cells of the Hindi diary are printed with, without printing it. */
export async function printedDiary(office: TestOffice, actor: Actor, period: RegisterPeriod = {}): Promise<Rows> {
  let printed: Rows = [];
  const register = ({ rows }: { rows: Rows }) => {
    printed = rows;
    return Promise.resolve(new Uint8Array());
  };
  const typesetter = jest.spyOn(office.get<{ register: typeof register }>(TYPESETTER), 'register');
  typesetter.mockImplementation(register);
  try {
    await office.get(DownloadDiary).execute(actor, period, 'hi');
  } finally {
    typesetter.mockRestore();
  }
  return printed;
}
