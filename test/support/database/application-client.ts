import { Client } from 'pg';

/**
 * A connection with the rights of the application, made when `connect` is called. To be used before `useOffice`: the database of
 * an office is dropped at the end, when nobody may be connected any more.
 */
export function useApplicationClient(): { connect: (databaseUrl: string) => Promise<void>; client: () => Client } {
  let client: Client | undefined;
  afterAll(() => client?.end());
  return {
    connect: async (databaseUrl) => {
      client = new Client({ connectionString: databaseUrl, options: '-c role=patravali_app -c jit=off' });
      await client.connect();
    },
    client: () => {
      if (!client) throw new Error('connected once beforeAll has run');
      return client;
    },
  };
}
