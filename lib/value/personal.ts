/** Whether a text names something of theirs, as whole words. */
export function mentions(text: string, words: string): boolean {
  const wanted = tokens(words);
  if (wanted.join("").length < 3) return false;
  return ` ${tokens(text).join(" ")} `.includes(` ${wanted.join(" ")} `);
}

/** Whether a text repeats at least three of their words in a row, not all of them small ones. */
export function quotes(text: string, theirs: string): boolean {
  const said = tokens(theirs);
  const written = ` ${tokens(text).join(" ")} `;
  return said.some((_, start) => {
    const run = said.slice(start, start + 3);
    return run.length === 3 && run.join("").length >= 10 && written.includes(` ${run.join(" ")} `);
  });
}

const tokens = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
