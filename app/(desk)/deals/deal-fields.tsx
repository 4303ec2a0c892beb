import { CloseFields } from "#components/close-fields.tsx";
import { Entry } from "#components/entry.tsx";
import { currencies } from "#lib/deals/deal-fields.ts";

type Props = { title?: string; amount?: number; currency: string; closeOn?: string | null; closeOnFrom?: string | null };

/** What a deal is about, for opening and for editing. */
export function DealFields({ title, amount, currency, closeOn = null, closeOnFrom = null }: Props) {
  const offered = currencies.includes(currency) ? currencies : [currency, ...currencies];
  return (
    <>
      <Entry label="Title" name="title" defaultValue={title} isRequired placeholder="Loggers, two warehouses" />
      <div className="entry-pair">
        <Entry label="Amount" name="amount" inputMode="decimal" defaultValue={amount} placeholder="48,000" />
        <Entry label="Currency" name="currency" options={offered.map((code) => ({ value: code, label: code }))} defaultValue={currency} />
      </div>
      <CloseFields closeOn={closeOn} closeOnFrom={closeOnFrom} />
    </>
  );
}
