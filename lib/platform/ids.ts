import "server-only";
import { createHash, randomBytes, randomFillSync } from "node:crypto";

// randomness is drawn for 256 ids at once: an import makes tens of thousands, and one draw costs more than the rest of an id
const drawn = Buffer.alloc(16 * 256);
let used = drawn.length;

function draw(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return Buffer.from(drawn.subarray(used, (used += 16)));
}

/** UUIDv7 (RFC 9562): the first 48 bits are `now` in milliseconds, so that ids sort by age and indexes stay compact. */
export function newId(now: Date): string {
  const bytes = draw();
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A secret for a link: 256 random bits behind the organisation's id, so that its hash is found by an organisation-first key. Only the hash is stored. */
export function newToken(orgId: string): { token: string; hash: string } {
  const secret = randomBytes(32);
  const token = Buffer.concat([Buffer.from(orgId.replaceAll("-", ""), "hex"), secret]).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** The organisation and hash of a token from an address, or null if it cannot be one. */
export function readToken(token: string): { orgId: string; hash: string } | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const orgId = Buffer.from(token, "base64url").subarray(0, 16).toString("hex");
  return { orgId: orgId.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"), hash: hashToken(token) };
}

const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");
