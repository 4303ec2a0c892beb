/** An amount as it is read: whole units where there are no cents. */
export function sayMoney(amount: number, currency: string): string {
  const whole = Number.isInteger(amount);
  try {
    return new Intl.NumberFormat("en-GB", { style: "currency", currency, maximumFractionDigits: whole ? 0 : 2 }).format(amount);
  } catch {
    return `${amount.toLocaleString("en-GB")} ${currency}`;
  }
}

type Split = { currency: string; agreed: number; hoped: number };

/** What is agreed and hoped together, each currency for itself. */
export function totals(splits: Split[]): { currency: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { currency, agreed, hoped } of splits) sums.set(currency, (sums.get(currency) ?? 0) + agreed + hoped);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

/** Sums of one currency each, largest first: "€621,000 and US$40,000". */
export function saySums(sums: { currency: string; amount: number }[]): string {
  const said = sums
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount)
    .map(({ amount, currency }) => sayMoney(amount, currency));
  return said.length > 1 ? `${said.slice(0, -1).join(", ")} and ${said.at(-1)}` : (said[0] ?? "");
}
