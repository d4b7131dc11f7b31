/** Sets pages in the process of the test, so that it can say what they cost. */
export { typeset } from '../src/setting/typeset';
