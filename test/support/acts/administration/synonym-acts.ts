import { post, type Step } from '../../http/repetition';

type Go = (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>;

/** The administrator adds words that mean the same, changes them, takes them away, and adds others. */
export async function synonyms(go: Go): Promise<void> {
  const mark = crypto.randomUUID().slice(0, 8);
  const words = [`लाटसाहब ${mark}`, `हाकिम ${mark}`];
  const { id } = await go(post('addSynonyms', '/synonyms', { words }), { words: [...words, `साहब ${mark}`] });
  const path = `/synonyms/${String(id)}`;
  const body = { words: [...words, `डीएम ${mark}`] };
  await go({ does: 'changeSynonyms', method: 'put', path, body, ifMatch: '"1"' }, { words });
  await go({ does: 'removeSynonyms', method: 'delete', path }, {});
  const others = { words: [`नाज़िर ${mark}`, `नजारत ${mark}`] };
  await go(post('addSynonyms', '/synonyms', others), { words });
}
