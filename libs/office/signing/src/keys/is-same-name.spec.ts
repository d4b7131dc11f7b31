import { isSameName } from './is-same-name';

describe('the name in a certificate and that of the office', () => {
  it.each([
    ['RAJESH KUMAR VARMA', 'Rajesh Kumar Varma'],
    ['Shri Rajesh Varma', 'Rajesh Kumar Varma'],
    ['R. K. Varma', 'Rajesh Kumar Varma'],
    ['Varma, Rajesh Kumar', 'Rajesh Kumar Varma'],
    ['राजेश वर्मा', 'राजेश कुमार वर्मा'],
    ['Asha', 'Asha Devi'],
  ])('%s may be %s', (one, other) => {
    expect([isSameName(one, other), isSameName(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['Sunita Rawat', 'Rajesh Kumar Varma'],
    ['Rajesh Kumar Sharma', 'Rajesh Kumar Varma'],
    ['R. K. V.', 'Rajesh Kumar Varma'],
    ['Shri', 'Rajesh Kumar Varma'],
    ['', ''],
  ])('%s is not %s', (one, other) => {
    expect([isSameName(one, other), isSameName(other, one)]).toEqual([false, false]);
  });
});
