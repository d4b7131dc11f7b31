import type { Actor } from '@patravali/authorization';
import type { FindDiary, Language } from '@patravali/contract';
import { DownloadDiary } from '@patravali/dak';
import { type RegisterData, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import type { TestOffice } from '../office/office';

interface Printing {
  asked?: Omit<FindDiary, 'limit' | 'cursor'>;
  language?: Language;
}

/** What the diary is printed with, without printing it. */
export async function printedDiary(office: TestOffice, actor: Actor, printing: Printing = {}): Promise<RegisterData> {
  const printed: RegisterData[] = [];
  const typesetter = jest.spyOn(office.get<Pick<Typesetter, 'register'>>(TYPESETTER), 'register');
  typesetter.mockImplementation((data) => Promise.resolve(new Uint8Array(printed.push(data))));
  try {
    await office.get(DownloadDiary).execute(actor, printing.asked ?? {}, printing.language ?? 'hi');
  } finally {
    typesetter.mockRestore();
  }
  const [diary] = printed;
  if (!diary) throw new Error('nothing was printed');
  return diary;
}
