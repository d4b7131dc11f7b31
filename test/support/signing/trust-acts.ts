import type { Actor } from '@patravali/authorization';
import { fingerprintOf, make } from '../../../libs/platform/signatures/test/made-certificates';
import { post, type Step } from '../http/repetition';

/** As the sections of tests call a person. */
export const usernameOf = ({ userId }: Pick<Actor, 'userId'>): string => `u${userId.slice(0, 8)}`;

/** A root as an authority hands it out, as the body of `addTrustedRoot`. */
export function aRoot(name = `Root ${crypto.randomUUID()}`) {
  const root = make({ name, ca: true });
  const certificate = Buffer.from(root.der).toString('base64');
  return {
    root,
    body: { certificate, fingerprint: fingerprintOf(root), receivedFrom: 'राज्य प्रमाणन प्राधिकारी, पत्र दिनांक 1 अप्रैल' },
  };
}

/** The administrator trusts a root and binds what leads to it to an officer; one of both is ended. */
export async function trusting(officer: Actor, go: (step: Step, otherBody: object) => Promise<unknown>): Promise<void> {
  const idOf = async (doing: Promise<unknown>) => ((await doing) as { id: string }).id;
  const { root, body } = aRoot();
  const rootId = await idOf(go(post('addTrustedRoot', '/trusted-roots', body), { ...body, receivedFrom: 'x' }));
  const own = Buffer.from(make({ name: officer.name.en, by: root }).der).toString('base64');
  const reason = 'प्रमाण-पत्र स्वयं देखा';
  const one = { username: usernameOf(officer), certificate: own, reason };
  const bindingId = await idOf(go(post('bindCertificate', '/certificate-bindings', one), { ...one, reason: 'x' }));
  const holder = { number: crypto.randomUUID(), name: officer.name.en, rootFingerprint: body.fingerprint };
  const all = { username: usernameOf(officer), holder, reason };
  await go(post('bindCertificate', '/certificate-bindings', all), { ...all, reason: 'x' });
  const ended = { reason: 'भूल' };
  await go(post('endCertificateBinding', `/certificate-bindings/${bindingId}/end`, ended), { reason: 'x' });
  await go(post('endTrustedRoot', `/trusted-roots/${rootId}/end`, ended), { reason: 'x' });
}
