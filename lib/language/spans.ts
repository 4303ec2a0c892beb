type Span = { from: number; to: number };

/** Spans of a text, remembered so that asking for an overlap costs only the span asked for, however many there are. */
export function rememberSpans(length: number): { add: (span: Span) => void; meets: (span: Span) => boolean } {
  const taken = new Uint8Array(length);
  return {
    add: ({ from, to }) => void taken.fill(1, from, to),
    meets: ({ from, to }) => taken.subarray(from, to).includes(1),
  };
}
