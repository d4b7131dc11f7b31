import { ConfigurationError, loadConfig } from '@patravali/config';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { fileText } from '../../support/sources/sources';

interface Service {
  readonly image: string;
  readonly profiles?: string[];
  readonly command?: string | string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: string[];
  readonly depends_on?: Readonly<Record<string, { condition: string; required?: boolean }>>;
}
interface Compose {
  readonly services: Readonly<Record<'database' | 'store' | 'schema' | 'api' | 'worker', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: {
    readonly default: { readonly ipam: { readonly config: { gateway: string; subnet: string }[] } };
  };
}
type Settings = Readonly<Record<string, string>>;

const SECRETS = { POSTGRES_PASSWORD: 'pw', S3_ACCESS_KEY: 'office-key', S3_SECRET_KEY: 'office-secret' };
const VARIABLE = /\$\{(\w+)(?:(:[-?+])([^}]*))?\}/g;

/** What compose makes of `${NAME}`, `${NAME:-default}`, `${NAME:?}` and `${NAME:+replacement}`. */
const filled = (text: string, settings: Settings): string =>
  text.replaceAll(VARIABLE, (_, name: string, form?: string, word?: string) => {
    const value = settings[name] ?? '';
    if (form === ':?' && value === '') throw new Error(`${name} is not set`);
    if (form === ':+') return value === '' ? '' : (word ?? '');
    return value === '' ? (word ?? '') : value;
  });

const { services, volumes, networks } = load(fileText('docker/compose.yaml'), {
  schema: CORE_SCHEMA.withTags(mergeTag),
}) as Compose;
const environmentOf = ({ environment = {} }: Service, settings: Settings): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value, settings)]));
const example = Object.fromEntries(
  fileText('docker/example.env')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

describe('docker/compose.yaml', () => {
  it.each(['api', 'worker', 'schema'] as const)(
    'gives the %s settings that the office takes, and only such',
    (name) => {
      const environment = environmentOf(services[name], SECRETS);
      expect(loadConfig(environment)).toMatchObject({
        s3: { endpoint: 'store', port: 9000, accessKey: 'office-key', secretKey: 'office-secret', useSSL: false },
        databaseUrl: 'postgres://patravali:pw@database:5432/patravali',
        demo: false,
        jobsInProcess: false,
        mail: { kind: 'none' },
      });
      const known = fileText('libs/platform/config/src/environment.ts');
      for (const variable of Object.keys(environment)) expect(known).toContain(`  ${variable}: `);
    },
  );

  it('keeps the PDFs in MinIO of the maintained fork, which its setting pins, under the keys that the office uses', () => {
    const { store } = services;
    expect(filled(store.image, example)).toMatch(/^pgsty\/minio:RELEASE\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/);
    expect([store.command, store.volumes]).toEqual(['server /data', ['store:/data']]);
    const { S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION } = environmentOf(services.api, SECRETS);
    expect(environmentOf(store, SECRETS)).toEqual({
      MINIO_ROOT_USER: S3_ACCESS_KEY,
      MINIO_ROOT_PASSWORD: S3_SECRET_KEY,
      MINIO_REGION: S3_REGION,
    });
    expect(Object.keys(volumes).sort()).toEqual(['database', 'store', 'worker']);
  });

  it('takes any other S3 store by its settings, and then starts no MinIO', () => {
    const elsewhere = { S3_ENDPOINT: 'https://s3.example.in', S3_BUCKET: 'letters', S3_REGION: 'in-north-1' };
    const { s3 } = loadConfig(environmentOf(services.api, { ...SECRETS, ...elsewhere }));
    expect(s3).toMatchObject({ endpoint: 's3.example.in', useSSL: true, bucket: 'letters', region: 'in-north-1' });
    expect(services.store.profiles).toEqual([example.COMPOSE_PROFILES]);
    for (const name of ['api', 'worker'] as const)
      expect(services[name].depends_on?.store).toEqual({ condition: 'service_started', required: false });
  });

  it('lets the proxy on this machine say who is calling, so that each person keeps an address of his own', () => {
    const [{ gateway, subnet } = { gateway: '', subnet: '' }] = networks.default.ipam.config;
    expect(subnet).toBe(gateway.replace(/\d+$/, '0/24'));
    expect(loadConfig(environmentOf(services.api, SECRETS)).trustedProxies).toEqual([gateway]);
    const told = { ...SECRETS, PATRAVALI_TRUSTED_PROXIES: '10.1.2.3' };
    expect(loadConfig(environmentOf(services.api, told)).trustedProxies).toEqual(['10.1.2.3']);
  });

  it('has no default for a secret', () => {
    for (const name of Object.keys(SECRETS)) {
      expect(example[name]).toBe('');
      const all = Object.values(services);
      expect(() => all.map((service) => environmentOf(service, { ...SECRETS, [name]: '' }))).toThrow(name);
    }
  });

  it('gives the signing key to the office only when there is one', () => {
    const key = { PATRAVALI_SIGNING_P12: '/etc/office.p12', PATRAVALI_SIGNING_PASSWORD: 'pw' };
    const inside = '/run/patravali/signing.p12';
    expect(loadConfig(environmentOf(services.api, SECRETS))).not.toHaveProperty('signing');
    expect(loadConfig(environmentOf(services.api, { ...SECRETS, ...key })).signing?.p12Path).toBe(inside);
    expect(services.api.volumes?.map((each) => filled(each, key))).toContain(`/etc/office.p12:${inside}:ro`);
    const half = environmentOf(services.api, { ...SECRETS, PATRAVALI_SIGNING_P12: '/etc/office.p12' });
    expect(() => loadConfig(half)).toThrow(ConfigurationError);
  });

  it('gives the certificate of an eSign service to the office only when there is one', () => {
    const url = 'https://esign.example.in/form';
    const file = { PATRAVALI_ESIGN_CERTIFICATE: '/etc/esign.pem' };
    const named = { PATRAVALI_ESIGN_URL: url, PATRAVALI_ESIGN_ASP_ID: 'OFFICE-1', ...file };
    const inside = '/run/patravali/esign.pem';
    expect(loadConfig(environmentOf(services.api, SECRETS))).not.toHaveProperty('eSign');
    const { eSign } = loadConfig(environmentOf(services.api, { ...SECRETS, ...named }));
    expect(eSign).toEqual({ url, aspId: 'OFFICE-1', certificatePath: inside });
    expect(services.api.volumes?.map((each) => filled(each, file))).toContain(`/etc/esign.pem:${inside}:ro`);
    expect(services.api.volumes?.map((each) => filled(each, {}))).toContain(`/dev/null:${inside}:ro`);
    // The worker has what the API has, and a place for the key of the log.
    expect(services.worker.volumes).toEqual([...(services.api.volumes ?? []), 'worker:/var/lib/patravali']);
  });
});
