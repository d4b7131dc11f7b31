import { post, type Step } from '../../http/repetition';

type Go = (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>;

const REASON = 'कार्यालय आदेश संख्या 23/2027';

/** The administrator prints whole heads in file numbers, adds one, begins it at 413, and retires it. */
export async function numbers(go: Go): Promise<void> {
  const mark = crypto.randomUUID().slice(0, 8);
  const form = { kind: 'file', template: '{head}/{serial}/{year}-{unit}', period: 'calendar', reason: REASON };
  const setting = { does: 'setNumberScheme', method: 'put', path: '/number-schemes', body: form } as const;
  const { unitId } = await go(setting, { ...form, period: 'financial' });
  const title = { hi: 'नज़ारत', en: null };
  const head = { basic: `N-${mark}`, basicHi: null, primary: null, secondary: null, title, reason: REASON };
  const { id } = await go(post('createNumberHead', '/number-heads', head), { ...head, basic: `O-${mark}` });
  const start = { kind: 'file', unitId, headId: id, last: 412, reason: REASON };
  await go(post('startNumbers', '/number-starts', start), { ...start, last: 413 });
  const body = { basicHi: null, title, retired: true, reason: REASON };
  const path = `/number-heads/${String(id)}`;
  await go({ does: 'changeNumberHead', method: 'put', path, body, ifMatch: '"1"' }, { ...body, retired: false });
}
