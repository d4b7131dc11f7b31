import type { AddresseeForm } from '../../form/draft-form';

/** Rows of a spreadsheet as addressees: name, designation, address and e-mail beside each other; a list of names is one of the first. */
export function pastedAddressees(text: string): AddresseeForm[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter(([name]) => name)
    .map(([name = '', designation = '', address = '', email = '']) => ({ name, designation, address, email }));
}
