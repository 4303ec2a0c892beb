/** How much too much or too little, in the one wording there is for that number: "0.3 too much", "0.6 left alone" (D3, P2). */
export function sayPersistence(share: number): string {
  const size = Math.abs(share);
  if (size === 0) return "neither pressed nor left alone";
  return `${size < 0.05 ? "under 0.1" : size.toFixed(1)} ${share > 0 ? "too much" : "left alone"}`;
}
