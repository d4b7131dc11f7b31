import { refuseOldNode } from '@patravali/config';

/** A program of its own: everything else of it is loaded once this Node is known to be able to. */
async function main(): Promise<void> {
  refuseOldNode();
  const { prepare } = await import('./preparation/prepare.js');
  await prepare();
}

void main();
