import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import type { PersonKey, Staff } from "#prisma/seed/people.ts";

export const companies = {
  vilar: ["Laboratórios Vilar & Filhos", "vilar-filhos.example", "PT", "maya"],
  munster: ["Munster Vaccine Logistics", "munster-vaccine.example", "IE", "maya"],
  bridgehead: ["Bridgehead Pharmaceuticals West Africa", "bridgehead-wa.example", "NG", "maya"],
  altiplano: ["Frigoríficos del Altiplano S.A.A.", "frialtiplano.example", "PE", "maya"],
  deccan: ["Deccan Biologics Cold Storage Pvt Ltd", "deccan-biologics.example", "IN", "maya"],
  nordkuehl: ["Norddeutsche Kühllogistik Genossenschaft eG", "nordkuehl.example", "DE", "maya"],
  redSea: ["Red Sea Refrigerated Transport Co.", "redsea-reefer.example", "SA", "maya"],
  songHau: ["Sông Hau Seafood Export JSC", "songhau.example", "VN", "maya"],
  highveld: ["Highveld Blood & Plasma Services", "highveld-plasma.example", "ZA", "maya"],
  isfelag: ["Ísfélag Norðurlands hf.", "isfelag-nordurlands.example", "IS", "maya"],
  lefevre: ["Maison Lefèvre-Marchand", "lefevre-marchand.example", "FR", "maya"],
  moana: ["Moana Cold Stores", "moana-cold.example", "NZ", "maya"],
  kestrel: ["Kestrel Foods Ltd", "kestrel-foods.example", "GB", "joost"],
  ardmore: ["Ardmore Chilled Produce", "ardmore-chilled.example", "IE", "joost"],
  polarna: ["Chłodnie Polarne Spółdzielnia", "chlodnie-polarne.example", "PL", "joost"],
  lagune: ["Poissonnerie de la Lagune", "lagune.example", "FR", "joost"],
  prairie: ["Prairie Grain & Cold Inc.", "prairie-cold.example", "CA", "joost"],
  blueGum: ["Blue Gum Dairy Transport", "bluegum-dairy.example", "AU", "joost"],
  helvetia: ["Alpenrand Diagnostik AG", "alpenrand.example", "CH", "femke"],
  uppsala: ["Fyrisån Biobank", "fyrisan-biobank.example", "SE", "femke"],
  lowlands: ["Lowlands Clinical Research", "lowlands-clinical.example", "NL", "femke"],
  sierra: ["Sierra Alta Laboratorios", "sierra-alta.example", "ES", "femke"],
  harbour: ["Harbour City Stem Cells", "harbourcity-cells.example", "US", "femke"],
} as const satisfies Record<string, readonly [name: string, domain: string, country: string, owner: PersonKey]>;

export type CompanyKey = keyof typeof companies;
export type CompanyIds = Record<CompanyKey, string>;

export async function seedCompanies(tx: Tx, { orgId, actors }: Staff, since: Date): Promise<CompanyIds> {
  const ids = Object.fromEntries(Object.keys(companies).map((key) => [key, newId(since)])) as CompanyIds;
  await tx.company.createMany({
    data: Object.entries(companies).map(([key, [name, domain, country, owner]]) => ({
      orgId,
      id: ids[key as CompanyKey],
      ownerId: actors[owner].userId,
      teamId: actors[owner].teamId,
      name,
      domain,
      country,
      searchText: foldForSearch(name, domain),
      createdAt: since,
    })),
  });
  return ids;
}
