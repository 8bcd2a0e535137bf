import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** The real clock. */
export const now = () => new Date();

/** A new id, ordered by time (UUIDv7, RFC 9562). */
export const newId = () => v7({ msecs: Date.now() });

/** 128 random bits as hexadecimal digits: what keeps a seal from being guessed. */
export const newSalt = () => randomBytes(16).toString('hex');

/** A new link secret: 256 random bits as 43 base64url characters. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** A whole number below that one, by chance. */
export const pick = (below: number) => randomInt(below);
