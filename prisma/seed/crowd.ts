import type { CompanyKey } from "#prisma/seed/companies.ts";
import type { PersonKey } from "#prisma/seed/people.ts";
import { type Rhythm, rhythms } from "#prisma/seed/rhythms.ts";
import type { SeedProspect } from "#prisma/seed/shape.ts";

type Row = [name: string, title: string, company: CompanyKey, owner: PersonKey, zone: string, country: string, rhythm: Rhythm];

const rows: Row[] = [
  ["Rui Amorim", "Validation lead", "vilar", "maya", "Europe/Lisbon", "PT", "fresh"],
  ["Caoimhe O’Sullivan-Byrne", "Depot manager", "munster", "maya", "Europe/Dublin", "IE", "customer"],
  ["Chukwuemeka Obi-Hartmann", "Warehouse lead", "bridgehead", "maya", "Africa/Lagos", "NG", "begun"],
  ["Luz Marina Condori", "Quality assistant", "altiplano", "maya", "America/Lima", "PE", "inquired"],
  ["Sathyanarayana Iyer", "Chief engineer", "deccan", "maya", "Asia/Kolkata", "IN", "steady"],
  ["Heinz-Günter Wöhrmann", "Buyer", "nordkuehl", "joost", "Europe/Berlin", "DE", "fresh"],
  ["Hessa Al-Mutairi", "Operations planner", "redSea", "maya", "Asia/Riyadh", "SA", "unanswered"],
  ["Trần Quốc Bảo", "Plant engineer", "songHau", "maya", "Asia/Ho_Chi_Minh", "VN", "leftAlone"],
  ["Lerato Mokoena", "Quality officer", "highveld", "maya", "Africa/Johannesburg", "ZA", "answered"],
  ["Guðrún Ásgeirsdóttir", "Hall manager", "isfelag", "maya", "Atlantic/Reykjavik", "IS", "steady"],
  ["Ségolène Marchand", "Purchasing", "lefevre", "maya", "Europe/Paris", "FR", "noMail"],
  ["Hinemoa Parata", "Receiving manager", "moana", "maya", "Pacific/Auckland", "NZ", "begun"],
  ["Rhodri Llewellyn-Price", "Transport manager", "kestrel", "joost", "Europe/London", "GB", "pressed"],
  ["Imogen Featherstonehaugh", "Buyer", "kestrel", "joost", "Europe/London", "GB", "saidNo"],
  ["Pádraig Ó Conghaile", "Site manager", "ardmore", "joost", "Europe/Dublin", "IE", "unanswered"],
  ["Aoife Nic Gearailt", "Finance", "ardmore", "joost", "Europe/Dublin", "IE", "fresh"],
  ["Łukasz Wiśniewski-Kowal", "Technical lead", "polarna", "joost", "Europe/Warsaw", "PL", "pressed"],
  ["Małgorzata Szczęsna", "Head of quality", "polarna", "joost", "Europe/Warsaw", "PL", "leftAlone"],
  ["Żaneta Brzęczyszczykiewicz", "Cold-store manager", "polarna", "joost", "Europe/Warsaw", "PL", "steady"],
  ["Thibault Kervella", "Owner", "lagune", "joost", "Europe/Paris", "FR", "answered"],
  ["Maëlys Le Bihan", "Deputy", "lagune", "joost", "Europe/Paris", "FR", "noMail"],
  ["Marguerite Thibodeau-Singh", "Logistics director", "prairie", "joost", "America/Winnipeg", "CA", "comesBack"],
  ["Tyrell Blackbird", "Yard manager", "prairie", "joost", "America/Winnipeg", "CA", "unanswered"],
  ["Oksana Petryshyn", "Quality manager", "prairie", "joost", "America/Winnipeg", "CA", "steady"],
  ["Jarrah Wilson", "Fleet manager", "blueGum", "joost", "Australia/Melbourne", "AU", "pressed"],
  ["Mei-Ling Chong-Davies", "Compliance", "blueGum", "joost", "Australia/Melbourne", "AU", "leftAlone"],
  ["Stavroula Papadimitriou", "Depot lead", "blueGum", "joost", "Australia/Melbourne", "AU", "begun"],
  ["Reto Zgraggen", "Laboratory head", "helvetia", "femke", "Europe/Zurich", "CH", "steady"],
  ["Fiorenza Bernasconi", "Quality assurance", "helvetia", "femke", "Europe/Zurich", "CH", "leftAlone"],
  ["Urs Ackermann-Lüthi", "Purchasing", "helvetia", "femke", "Europe/Zurich", "CH", "begun"],
  ["Åsa Björklund-Östman", "Biobank manager", "uppsala", "femke", "Europe/Stockholm", "SE", "answered"],
  ["Hjalmar Nyström", "Freezer technician", "uppsala", "femke", "Europe/Stockholm", "SE", "fresh"],
  ["Ebba Sjögren", "Research coordinator", "uppsala", "femke", "Europe/Stockholm", "SE", "inquired"],
  ["Bartholomeus Snijders", "Laboratory manager", "lowlands", "femke", "Europe/Amsterdam", "NL", "customer"],
  ["Fatima El Yaakoubi-Smit", "Study lead", "lowlands", "femke", "Europe/Amsterdam", "NL", "comesBack"],
  ["Íñigo Echeverría Goñi", "Director técnico", "sierra", "femke", "Europe/Madrid", "ES", "leftAlone"],
  ["María del Mar Jiménez Ruiz", "Responsable de calidad", "sierra", "femke", "Europe/Madrid", "ES", "steady"],
  ["Nerea Ugarte", "Compras", "sierra", "femke", "Europe/Madrid", "ES", "unanswered"],
  ["Dashiell Montgomery", "Director of cryogenics", "harbour", "femke", "America/Los_Angeles", "US", "inquired"],
  ["Xochitl Ramírez-Olsen", "Laboratory operations", "harbour", "femke", "America/Los_Angeles", "US", "steady"],
  ["Bich-Ngoc Tran", "Quality systems", "harbour", "femke", "America/Los_Angeles", "US", "comesBack"],
  ["Cornelius van der Westhuizen", "Facilities", "highveld", "maya", "Africa/Johannesburg", "ZA", "saidNo"],
  ["Solveig Þorláksdóttir", "Finance", "isfelag", "maya", "Atlantic/Reykjavik", "IS", "fresh"],
];

/** Everyone else: a name, a place, and one of the ways it can go. */
export const crowd: SeedProspect[] = rows.map(([name, title, company, owner, zone, country, rhythm], index) => ({
  ...rhythms[rhythm](index % 5),
  ...{ name, title, company, owner, zone, country },
}));
