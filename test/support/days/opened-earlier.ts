import type { TestOffice } from '../office/test-office';

/** All files of the office were opened yesterday: a sample is drawn of those from before its day. */
export async function openedYesterday(office: Pick<TestOffice, 'rows'>): Promise<void> {
  await office.rows(
    `ALTER TABLE office_file DISABLE TRIGGER USER; UPDATE office_file SET created_at = created_at - INTERVAL '1 day';
     ALTER TABLE office_file ENABLE TRIGGER USER`,
  );
}
