import { type AbilityRules, type Actor, defineAbility } from '@patravali/authorization';
import type { Role, TenureKind } from '@patravali/contract';
import { Jobs, Transactions } from '@patravali/database';
import { OfficeUser, Organisation, Post, Tenure, Unit } from '@patravali/organisation';
import { applicationDataSource } from '@patravali/schema';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from './database';

export interface NewPost {
  readonly marking?: string;
  readonly roles?: Role[];
  readonly superior?: Actor;
  readonly unitId?: string;
  readonly level?: number;
  readonly capacity?: TenureKind;
}

/** An office of one test's own, on a real database: it knows nobody but the posts that the test asks for. */
export class TestOffice {
  readonly id = uuidv7();
  readonly unitId = uuidv7();
  readonly headId = uuidv7();
  private posts = 0;

  private constructor(
    readonly dataSource: DataSource,
    readonly transactions: Transactions,
    readonly jobs: Jobs,
    private readonly areas: readonly AbilityRules[],
  ) {}

  /** @param areas the rules that its actors act under. */
  static async open(database: TestDatabase, areas: readonly AbilityRules[], connections = 24): Promise<TestOffice> {
    const dataSource = await applicationDataSource(database.ownerUrl, { size: connections }).initialize();
    const jobs = new Jobs(database.ownerUrl);
    const office = new TestOffice(dataSource, new Transactions(dataSource, jobs), jobs, areas);
    await office.found();
    return office;
  }

  async close(): Promise<void> {
    await this.jobs.stop();
    await this.dataSource.destroy();
  }

  /** A person on a new post of the office, ready to act. An officer unless said otherwise. */
  async actor(wanted: NewPost = {}): Promise<Actor> {
    const [userId, postId] = [uuidv7(), uuidv7()];
    const ordinal = ++this.posts;
    const marking = wanted.marking ?? `P${ordinal}(EST)`;
    const { manager } = this.dataSource;
    const unitId = wanted.unitId ?? this.unitId;
    const roles = wanted.roles ?? ['officer'];
    const superiorPostId = wanted.superior?.postId ?? null;
    const designation = { hi: `अधिकारी ${ordinal}`, en: `Officer ${ordinal}` };
    const name = { hi: `कर्मी ${ordinal}`, en: `Person ${ordinal}` };
    await manager.insert(Post, {
      id: postId,
      organisationId: this.id,
      unitId,
      marking,
      designationHi: designation.hi,
      designationEn: designation.en,
      level: wanted.level ?? 5,
      superiorPostId,
      roles,
    });
    await manager.insert(OfficeUser, {
      id: userId,
      organisationId: this.id,
      username: `person${ordinal}`,
      nameHi: name.hi,
      nameEn: name.en,
      demo: false,
    });
    const capacity = wanted.capacity ?? 'regular';
    await manager.insert(Tenure, {
      id: uuidv7(),
      organisationId: this.id,
      userId,
      postId,
      kind: capacity,
      fromOn: '2020-01-01',
    });
    const post = { id: postId, organisationId: this.id, unitId, marking, designation, superiorPostId, roles };
    return { organisationId: this.id, userId, postId, capacity, name, post, ability: defineAbility(post, this.areas) };
  }

  async unit(abbreviation: string): Promise<string> {
    const id = uuidv7();
    await this.dataSource.manager.insert(Unit, {
      id,
      organisationId: this.id,
      abbreviation,
      nameHi: 'अनुभाग',
      nameEn: 'Section',
    });
    return id;
  }

  async query<R>(sql: string, values: unknown[] = []): Promise<R[]> {
    return await this.dataSource.query<R[]>(sql, values);
  }

  /** How many rows each table holds: a refusal must leave it as it was. */
  async rows(): Promise<Record<string, number>> {
    const tables = await this.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const counts = await this.query<Record<string, number>>(
      `SELECT ${tables
        .filter(({ name }) => name !== 'migrations')
        .map(({ name }) => `(SELECT count(*)::int FROM ${name}) AS ${name}`)
        .join(', ')}`,
    );
    return counts[0] ?? {};
  }

  private async found(): Promise<void> {
    const { manager } = this.dataSource;
    await manager.insert(Organisation, {
      id: this.id,
      nameHi: 'परीक्षण कार्यालय',
      nameEn: 'Test office',
      addressHi: 'आज़मगढ़',
      addressEn: 'Azamgarh',
      demo: true,
    });
    await manager.insert(Unit, {
      id: this.unitId,
      organisationId: this.id,
      abbreviation: 'Estt',
      nameHi: 'स्थापना अनुभाग',
      nameEn: 'Establishment Section',
    });
    await manager.query(
      `INSERT INTO number_scheme (organisation_id, kind, template, period) VALUES
         ($1, 'file', '{basic}-{primary}0{secondary}/{serial}/{year}-{unit}', 'calendar'),
         ($1, 'diary', '{serial}/{year}/{unit}', 'calendar'),
         ($1, 'issue', '{serial}/{unit}/{year}', 'financial')`,
      [this.id],
    );
    await manager.query(
      `INSERT INTO number_head (id, organisation_id, basic, "primary", secondary, title_hi, title_en)
       VALUES ($2, $1, 'A', '11', '11', 'पेंशन', 'Pension')`,
      [this.id, this.headId],
    );
  }
}
