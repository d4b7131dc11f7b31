import type { Language } from '@patravali/contract';
import {
  factsOfBundle,
  sentence,
  titleOf,
  type VerifierKey,
  verifyBundle,
  Wrong,
  zipContainer,
} from '@patravali/verifier';
import type { Worker } from 'playwright-core';
import en from '../../../libs/office/messages/src/en/verify-bundle.json';
import hi from '../../../libs/office/messages/src/hi/verify-bundle.json';
import type { Person } from './person';
import { untilStill } from './still';

/** The sentences of the page on which anybody verifies a bundle. */
export const VERIFY_WORDS = { hi, en };

/** By which somebody verifies. */
export interface Keys {
  readonly key?: VerifierKey | undefined;
  readonly laterKeys?: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
}

/** From the page that everybody sees first, as far as the verifier is there and nothing more is asked for. */
export async function comeToVerifyBundle({ page, t, language }: Person): Promise<Worker> {
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    page.getByRole('link', { name: t('session.verifyBundle'), exact: true }).click(),
  ]);
  const title = VERIFY_WORDS[language]['verifyBundle.title'];
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  expect(await worker.evaluate('1 + 1')).toBe(2);
  await untilStill(page);
  return worker;
}

/** What Node's verifier says of the same bytes. */
export async function saidInNode(target: string, bytes: Uint8Array, keys: Keys, language: Language): Promise<string[]> {
  try {
    const facts = factsOfBundle(await verifyBundle(zipContainer(bytes), keys), keys);
    return [titleOf(facts, target)[language], ...facts.map((fact) => sentence(fact.code, fact.particulars)[language])];
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return [sentence('wrong', { target })[language], sentence(error.code, error.particulars)[language]];
  }
}

/** The page says what Node's verifier says. @returns the sentences, the title first. */
export async function toldAsInNode(
  { page, language }: Person,
  name: string,
  bytes: Uint8Array,
  keys: Keys = { witnesses: [] },
): Promise<string[]> {
  const said = await saidInNode(name, bytes, keys, language);
  const [title = '', ...sentences] = said;
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
  for (const each of sentences) await page.getByText(each, { exact: true }).waitFor();
  return said;
}

/** As from the file manager of the machine. */
export async function dropOnPage({ page }: Person, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (each) => each.charCodeAt(0));
    const held = new DataTransfer();
    held.items.add(new File([bytes], '${name}'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: held, cancelable: true }));
  })()`);
}
