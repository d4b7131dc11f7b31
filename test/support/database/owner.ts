import { Client } from 'pg';
import { type TestDatabase, useDatabase } from './database';

export interface Owner {
  readonly database: TestDatabase;
  /** The owner's connection: may do everything that no constraint or trigger forbids. */
  readonly client: Client;
}

/** A database of the spec's own, and its owner connected to it. */
export function useOwner(): () => Owner {
  let client: Client | undefined;
  // Before the database's own hook: it is dropped when nobody is connected any more.
  afterAll(() => client?.end());
  const database = useDatabase();
  beforeAll(async () => {
    client = new Client({ connectionString: database().ownerUrl });
    await client.connect();
  });
  return () => {
    if (!client) throw new Error('the owner is connected once beforeAll has run');
    return { database: database(), client };
  };
}
