import type { Actor } from '@patravali/authorization';
import { useApi } from '../../support/http/api';

const TOKEN = 'who-watches-the-office';
const SAMPLE = /^[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? (-?\d+(\.\d+)?(e[+-]?\d+)?|NaN|[+-]Inf)$/;

describe('the metrics of an office', () => {
  const api = useApi({ holds: 'section', config: { metricsToken: TOKEN } });
  const asking = (headers = {}) => api().ask('get', '/metrics', { headers });
  const metrics = async () => (await asking({ authorization: `Bearer ${TOKEN}` })).text;

  it('are closed to whoever does not bring their token, an administrator too', async () => {
    const { office } = api();
    const token = (actor: Actor) => api().token(actor);
    const administrator = await office.actor({ marking: 'ADMIN', roles: ['administrator'] });
    for (const headers of [
      {},
      { authorization: 'Bearer somebody-elses-token' },
      { authorization: `Bearer ${await token(administrator)}` },
    ]) {
      const { status, body, headers: told } = await asking(headers);
      expect([status, body, told['www-authenticate']]).toMatchObject([401, { code: 'not-signed-in' }, 'Bearer']);
    }
  });

  it('are lines that Prometheus reads, each metric with its help and type', async () => {
    await api().as(api().office.at('SO'), 'get', '/desk');
    const lines = (await metrics()).split('\n').slice(0, -1);
    for (const line of lines.filter((each) => !each.startsWith('#'))) expect(line).toMatch(SAMPLE);
    const named = lines.flatMap((line) => /^# TYPE (\S+) (?:counter|gauge|histogram)$/.exec(line)?.[1] ?? []);
    expect(new Set(named).size).toBe(named.length);
    expect(lines.filter((line) => line.startsWith('# HELP')).length).toBe(named.length);
  });

  it('count requests by operation and status, with how long they took', async () => {
    const { office } = api();
    for (let times = 0; times < 2; times++) await api().as(office.at('SO'), 'get', '/desk/inbox');
    await api().as(office.at('SO'), 'get', '/troubles');
    const text = await metrics();
    expect(text).toContain('patravali_request_duration_seconds_count{operation="listInbox",status="200"} 2\n');
    expect(text).toContain('patravali_request_duration_seconds_count{operation="listTroubles",status="403"} 1\n');
    expect(text).toContain(
      'patravali_request_duration_seconds_bucket{operation="listInbox",status="200",le="+Inf"} 2\n',
    );
  });

  it('tell how the office is, and nothing that names a person or a thing', async () => {
    const text = await metrics();
    for (const sample of [
      /^patravali_build\{version="[\d.]+",commit="\S+"\} 1$/m,
      /^patravali_event_loop_delay_seconds\{quantile="p99"\} /m,
      /^patravali_database_connections\{state="used"\} /m,
      /^patravali_jobs_waiting\{queue="dispatch-mail"\} 0$/m,
      /^patravali_job_oldest_seconds\{queue="dispatch-mail"\} 0$/m,
      /^patravali_mails_failed 0$/m,
      /^patravali_disk_free_bytes [1-9]/m,
      /^patravali_log_stands 0$/m,
      /^patravali_trouble\{trouble="backup"\} 1$/m,
    ])
      expect(text).toMatch(sample);
    expect(text).not.toMatch(/patravali_(backup|witness)_age/);
    const { office } = api();
    for (const secret of [office.id, office.at('SO').userId, office.at('SO').postId, office.config.dataFolder])
      expect(text).not.toContain(secret);
  });
});

describe('the metrics of an office that has set no token', () => {
  const api = useApi();

  it('are not there, whatever is brought', async () => {
    const headers = { authorization: 'Bearer undefined' };
    expect(await api().ask('get', '/metrics', { headers })).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
