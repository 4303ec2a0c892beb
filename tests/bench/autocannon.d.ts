declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  type Options = { url: string; connections: number; duration: number; headers?: Record<string, string> };
  type Result = { errors: number; non2xx: number };
  /** Emits `response` with the client, status, bytes and milliseconds of each answer. */
  export default function autocannon(options: Options): EventEmitter & PromiseLike<Result>;
}
