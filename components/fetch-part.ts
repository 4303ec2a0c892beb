/** Between the tries to fetch a part of the code, in milliseconds. */
const waits = [250, 1_000];

/**
 * Code that is fetched when it is needed, tried three times: a fetch can be lost to a moment without a connection, or to a navigation that leaves the page
 * where it is (a `tel:` link). Rejects with the last error.
 */
export async function fetchPart<Part>(load: () => Promise<Part>, between: readonly number[] = waits): Promise<Part> {
  const [wait, ...rest] = between;
  if (wait === undefined) return load();
  return load().catch(async () => {
    await new Promise((go) => setTimeout(go, wait));
    return fetchPart(load, rest);
  });
}
