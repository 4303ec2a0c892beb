import { foldForSearch } from "#lib/prospects/search-text.ts";

/** A company that rows of a file name: `key` is its place among them. */
export type NamedCompany = { key: number; line: number; name: string; domain: string | null; country: string | null };

/** Gathers the companies of a file: one domain is one company; so is one name, unless both have a domain and these differ. */
export class CompanyRegister {
  readonly companies: NamedCompany[] = [];
  private readonly byDomain = new Map<string, NamedCompany>();
  private readonly byName = new Map<string, NamedCompany>();

  /** The key of the company, noted at its first mention. */
  add(line: number, name: string, domain: string | null, country: string | null): number {
    const folded = foldForSearch(name);
    const namesake = this.byName.get(folded);
    const found =
      (domain && this.byDomain.get(domain)) ||
      (namesake && (!domain || !namesake.domain || namesake.domain === domain) ? namesake : undefined);
    const company = found ?? { key: this.companies.length, line, name, domain, country };
    if (!found) this.companies.push(company);
    company.domain ??= domain;
    company.country ??= country;
    if (domain) this.byDomain.set(domain, company);
    if (!namesake) this.byName.set(folded, company);
    return company.key;
  }
}
