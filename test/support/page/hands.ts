import type { Locator } from 'playwright-core';
import type { Person } from './person';

/**
 * How often somebody presses a key or the mouse, beside the words that are typed: to come to a field counts as one, and so
 * does each choice of a list.
 */
export class Hands {
  acts = 0;

  constructor(private readonly person: Person) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.acts++;
      await this.person.page.keyboard.press(key);
    }
  }

  async write(words: string): Promise<void> {
    await this.person.page.keyboard.insertText(words);
  }

  async click(place: Locator): Promise<void> {
    this.acts++;
    await place.click();
  }

  async fill(field: Locator, words: string): Promise<void> {
    this.acts++;
    await field.fill(words);
  }

  async choose(list: Locator, option: string): Promise<void> {
    this.acts += 2;
    await list.selectOption(option);
  }

  /** The field that has the focus. */
  async isAt(name: string): Promise<void> {
    const field = this.person.page.getByRole('textbox', { name, exact: true });
    await field.and(this.person.page.locator(':focus')).waitFor();
  }
}
