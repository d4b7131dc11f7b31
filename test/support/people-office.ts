import { Jobs, Transactions } from '@patravali/database';
import { applicationDataSource } from '@patravali/schema';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { useDatabase } from './database';
import { ChangePassword, FindSession, LoadOffice, MakeSignInLink, SessionPolicy, SignIn, SignInAsDemoPerson, SignInAttempts, SignInByLink, SignOut } from '@patravali/identity';
import { type OfficeFileContent, PeopleQueries, readOffice } from '@patravali/organisation';

/** A small office: a head, a section officer below, and an auditor; Asha holds the section and looks after the store. */
export const SMALL_OFFICE: OfficeFileContent = {
  organisation: {
    name: { hi: 'जिला पंचायत राज कार्यालय', en: 'District Panchayati Raj Office' },
    address: { hi: 'आजमगढ़', en: 'Azamgarh' },
  },
  units: [
    { abbreviation: 'HQ', name: { hi: 'मुख्यालय', en: 'Headquarters' } },
    { abbreviation: 'Estt', name: { hi: 'स्थापना', en: 'Establishment' }, parent: 'HQ' },
  ],
  posts: [
    post('SO(EST)', 'अनुभाग अधिकारी', 'Section Officer', { unit: 'Estt', level: 2, superior: 'HEAD' }),
    post('HEAD', 'कार्यालयाध्यक्ष', 'Head of Office', { unit: 'HQ', level: 1 }),
    post('STORE', 'भण्डार प्रभारी', 'Store-keeper', { unit: 'HQ', level: 3, superior: 'HEAD' }),
  ],
  numberSchemes: {
    file: { template: '{basic}-{primary}0{secondary}/{serial}/{year}-{unit}', period: 'calendar' },
    diary: { template: '{serial}/{year}/{unit}', period: 'calendar' },
    issue: { template: '{serial}/{unit}/{year}', period: 'financial' },
  },
  numberHeads: [
    { basic: 'A', primary: '11', secondary: '11', title: { hi: 'भर्ती नियम', en: 'Recruitment rules' } },
    { basic: 'A', primary: '11', secondary: '12', title: { hi: 'पदों का सृजन', en: 'Creation of posts' } },
  ],
  people: [
    { username: 'asha', name: { hi: 'आशा देवी', en: 'Asha Devi' } },
    { username: 'ravi', name: { hi: 'रवि कुमार', en: 'Ravi Kumar' } },
  ],
  tenures: [
    { person: 'asha', post: 'SO(EST)', from: '2020-01-01', order: '12/2020' },
    { person: 'asha', post: 'STORE', kind: 'additional', from: '2021-01-01' },
    { person: 'ravi', post: 'HEAD', from: '2020-01-01' },
  ],
};

function post(
  marking: string,
  hi: string,
  en: string,
  place: { unit: string; level: number; superior?: string },
): OfficeFileContent['posts'][number] {
  return { marking, designation: { hi, en }, roles: ['officer'], ...place };
}

export interface PeopleOffice {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly loadOffice: LoadOffice;
  readonly makeLink: MakeSignInLink;
  /** The commands of an office whose demo is on or off, as its processes have them. */
  commands(demo?: boolean): ReturnType<typeof commandsOf>;
  load(content: OfficeFileContent): ReturnType<LoadOffice['execute']>;
  /** As the owner of the database. */
  rows<R = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<R[]>;
}

/** An empty database with the commands of this area; the office is loaded by the test. */
export function usePeopleOffice(): () => PeopleOffice {
  let open: { office: PeopleOffice; close(): Promise<void> } | undefined;
  afterAll(async () => open?.close());
  const database = useDatabase();
  beforeAll(async () => {
    const { ownerUrl } = database();
    const dataSource = await applicationDataSource(ownerUrl).initialize();
    const [owner, jobs] = [new Pool({ connectionString: ownerUrl, max: 2 }), new Jobs(ownerUrl)];
    const transactions = new Transactions(dataSource, jobs);
    const loadOffice = new LoadOffice(dataSource, transactions);
    const office: PeopleOffice = {
      dataSource,
      transactions,
      loadOffice,
      makeLink: new MakeSignInLink(dataSource, transactions),
      commands: (demo = false) => commandsOf(dataSource, transactions, new SessionPolicy(1, demo)),
      load: (content) => loadOffice.execute(readOffice(JSON.stringify(content))),
      rows: async <R>(sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows as R[],
    };
    const close = async () => {
      await jobs.stop();
      await dataSource.destroy();
      await owner.end();
    };
    open = { office, close };
  });
  return () => {
    if (!open) throw new Error('the office is there once beforeAll has run');
    return open.office;
  };
}

function commandsOf(dataSource: DataSource, transactions: Transactions, policy: SessionPolicy) {
  const findSession = new FindSession(dataSource, policy);
  const attempts = new SignInAttempts(dataSource);
  return {
    findSession,
    signIn: new SignIn(dataSource, transactions, attempts, findSession, policy),
    signInByLink: new SignInByLink(dataSource, transactions, findSession, policy),
    signInAsDemoPerson: new SignInAsDemoPerson(dataSource, transactions, findSession, policy),
    signOut: new SignOut(transactions),
    changePassword: new ChangePassword(transactions, attempts),
    queries: new PeopleQueries(dataSource, policy),
  };
}
