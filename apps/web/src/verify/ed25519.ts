import { sha512 } from '@noble/hashes/sha2.js';

/**
 * Whether an Ed25519 signature is right (RFC 8032, section 5.1.7), decided as OpenSSL decides it. A browser brings this
 * along only for pages that came over https, which within an office is not always so. Nothing here is secret, so nothing
 * has to take equally long.
 */
export function isSignature(key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  if (key.length !== KEY_BYTES || signature.length !== 2 * KEY_BYTES) return false;
  const [point, scalar] = [signature.subarray(0, KEY_BYTES), numberOf(signature.subarray(KEY_BYTES))];
  const signer = pointOf(key);
  if (!signer || hasFewMultiples(signer) || scalar >= ORDER) return false;
  const hash = numberOf(sha512.create().update(point).update(key).update(message).digest()) % ORDER;
  const found = bytesOf(add(times(scalar, BASE), times(hash, negative(signer))));
  return point.every((byte, at) => byte === found[at]);
}

const KEY_BYTES = 32;
/** Numbers are counted up to this prime. */
const P = 2n ** 255n - 19n;
/** How many points the multiples of `BASE` are. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
/** The curve: −x² + y² = 1 + D·x²·y². */
const D = modulo(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

/** A point with x = X/Z, y = Y/Z and x·y = T/Z. */
interface Point {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
  readonly t: bigint;
}

const BASE = affine(
  15112221349535400772501151409588531511454012693041857206046113283949847762202n,
  46316835694926478169428394003475163141307993866256225615783033603165251855960n,
);
const ZERO = affine(0n, 1n);

function affine(x: bigint, y: bigint): Point {
  return { x, y, z: 1n, t: (x * y) % P };
}

function negative({ x, y, z, t }: Point): Point {
  return { x: -x, y, z, t: -t };
}

/** The same formulas for any two points, equal ones too (RFC 8032, section 5.1.4). */
function add(one: Point, other: Point): Point {
  const a = ((one.y - one.x) * (other.y - other.x)) % P;
  const b = ((one.y + one.x) * (other.y + other.x)) % P;
  const c = (((2n * one.t * D) % P) * other.t) % P;
  const d = (2n * one.z * other.z) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return { x: (e * f) % P, y: (g * h) % P, z: (f * g) % P, t: (e * h) % P };
}

function times(scalar: bigint, point: Point): Point {
  let sum = ZERO;
  let doubled = point;
  for (let left = scalar; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
}

/** With such a point as a key, signatures can be made without knowing anything. */
function hasFewMultiples(point: Point): boolean {
  const { x, y, z } = times(8n, point);
  return modulo(x) === 0n && modulo(y - z) === 0n;
}

/** Whose y these bytes are, with the lowest bit of x as the highest of them; nothing when no point of the curve has it. */
function pointOf(bytes: Uint8Array): Point | undefined {
  const written = numberOf(bytes);
  const y = (written & (2n ** 255n - 1n)) % P;
  const [u, v] = [modulo(y * y - 1n), modulo(D * y * y + 1n)];
  let x = modulo(u * v ** 3n * power(u * v ** 7n, (P - 5n) / 8n));
  const square = modulo(v * x * x);
  if (square === modulo(-u)) x = modulo(x * ROOT_OF_MINUS_ONE);
  else if (square !== u) return undefined;
  return affine((x & 1n) === written >> 255n ? x : modulo(-x), y);
}

function bytesOf({ x, y, z }: Point): Uint8Array {
  const unit = inverse(z);
  let left = modulo(y * unit) | ((modulo(x * unit) & 1n) << 255n);
  return Uint8Array.from({ length: KEY_BYTES }, () => {
    const byte = Number(left & 255n);
    left >>= 8n;
    return byte;
  });
}

/** The lowest byte stands first. */
function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function inverse(number: bigint): bigint {
  return power(number, P - 2n);
}

function power(base: bigint, exponent: bigint): bigint {
  let product = 1n;
  let square = modulo(base);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) product = (product * square) % P;
    square = (square * square) % P;
  }
  return product;
}

function modulo(number: bigint): bigint {
  return ((number % P) + P) % P;
}
