import { Entry } from "#components/entry.tsx";
import { currencies } from "#lib/deals/deal-fields.ts";

type Props = { title?: string; amount?: number; currency: string; closeOn?: string | null };

/** What a deal is about, for opening and for editing. */
export function DealFields({ title, amount, currency, closeOn }: Props) {
  const offered = currencies.includes(currency) ? currencies : [currency, ...currencies];
  return (
    <>
      <Entry label="Title" name="title" defaultValue={title} isRequired placeholder="Loggers, two warehouses" />
      <div className="entry-pair">
        <Entry label="Amount" name="amount" inputMode="decimal" defaultValue={amount} placeholder="48,000" />
        <Entry label="Currency" name="currency" options={offered.map((code) => ({ value: code, label: code }))} defaultValue={currency} />
      </div>
      <Entry
        label="They decide by"
        name="closeOn"
        type="date"
        defaultValue={closeOn}
        hint="Their date, not ours: their clock sets the pace (D2, D7)."
      />
    </>
  );
}
