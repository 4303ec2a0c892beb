const words = (text: string) => text.trim().split(/\s+/);

export const givenNames = words(`
  Ana Babatunde Beatriz Bruno Caspar Chiara Dagmar Daniel Dilek Edda Elif Emil Esra Fatima Femke Filip Gabriela Giulia Goran Hanna Heidi Henrik Ida
  Ignacio Ilse Inês Ivana Jakub Jana Jelena João Joost Julia Kaito Karin Katarzyna Khadija Klaus Laila Lars Lena Leonor Łukasz Magnus Maja Malik Marek
  Maria Marta Mateus Maya Mehmet Mira Nadia Nguyên Niklas Nora Olga Omar Oskar Paul Petra Piotr Priya Quirin Rafael Rania Rosa Samir Sanne Selma
  Sigrid Sofia Sven Tamar Teodor Thijs Tomasz Ulrike Valentina Viktor Wanda Xavier Yara Yusuf Zeynep Zoë Þórdís
`);

export const familyNames = words(`
  Achterberg Adeyemi Albrecht Almeida Andersen Bauer Benhaddou Bergström Bianchi Bjarnadóttir Boateng Borowski Çelik Carvalho Castro Conti Dahl Demir
  Dijkstra Dubois Eriksen Esposito Fernandes Figueira Fischer Fontaine García Gomes Grabowski Gruber Haddad Hansen Herrera Hoffmann Horvat Ivanova
  Jansen Jensen Kaya Keller Kowalczyk Krüger Larsen Lefèvre Lindqvist Lombardi Lopes Marchetti Martins Meyer Montenegro Moreau Müller Nakamura Ndiaye
  Nguyễn Nielsen Novák Oliveira Olsson Okonkwo Oosterhuis Pereira Petrov Pinto Popescu Ramos Reyes Ribeiro Ricci Rossi Sánchez Santos Schmidt
  Schneider Schulze Silva Sørensen Sousa Tavares Teixeira Tremblay Vasconcelos Vermeulen Visser Wagner Weber Wiśniewska Wójcik Yıldız Zieliński
`);

export const companyFronts = words(`
  Aldermoor Ardmore Baltic Borealis Brightwater Castell Clearfield Delta Eastgate Fjord Garonne Greenholt Hanse Harbour Highfield Iberia Juniper Kestrel
  Lagoa Lakeside Lowland Marlow Meridian Norddeutsche Northwind Oakridge Orion Polder Quayside Ravenna Rijnmond Saltmarsh Sierra Silverbirch Solent
  Southbank Tagus Thornbury Vilar Weser Westerly Whitfield Wijnhaven Zephyr
`);

export const companyTrades = words(`
  Analytics Aquaculture Bakeries Biotech Brewers Ceramics Chemie Clinics Components Dairy Diagnostics Electronics Energy Foods Foundry Freight Glass
  Horticulture Instruments Kühllogistik Laboratórios Logistics Machinery Maritime Metals Optics Packaging Pharma Plastics Produce Robotics Seafood
  Solar Steel Storage Textiles Timber Tooling Transport Vineyards Water
`);

export const companyForms = ["GmbH", "BV", "Ltd", "Lda", "SA", "AS", "AB", "Group", "& Sons", "Partners"] as const;

export const jobTitles = [
  "Head of Quality",
  "Operations Manager",
  "Purchasing Lead",
  "Plant Director",
  "Laboratory Manager",
  "Supply Chain Planner",
  "Managing Director",
  "Maintenance Engineer",
  "IT Manager",
  "Sustainability Officer",
  "Finance Controller",
] as const;

/** Country, zone, language and how many of a hundred are from there. */
export const places = [
  [{ country: "NL", timeZone: "Europe/Amsterdam", language: "nl" }, 26],
  [{ country: "DE", timeZone: "Europe/Berlin", language: "de" }, 24],
  [{ country: "GB", timeZone: "Europe/London", language: "en" }, 15],
  [{ country: "PT", timeZone: "Europe/Lisbon", language: "pt" }, 9],
  [{ country: "FR", timeZone: "Europe/Paris", language: "fr" }, 9],
  [{ country: "US", timeZone: "America/New_York", language: "en" }, 9],
  [{ country: "BR", timeZone: "America/Sao_Paulo", language: "pt" }, 4],
  [{ country: "SG", timeZone: "Asia/Singapore", language: "en" }, 4],
] as const;

export const bodies = [
  "Thank you for showing us round the cold store. As promised, the calibration notes for the sensors in hall 3, with the two readings you asked about marked.",
  "You said the audit in spring worries you most. The attached page shows how two plants of your size prepared for theirs, and what they would do differently.",
  "The new guidance on temperature records came out on Tuesday. Section 4 concerns your night shifts; I have marked the three lines that change something for you.",
  "We spoke about the seals that fail in winter. The laboratory has measured them now; the short version is on the first page. Say if you would like the raw numbers.",
  "Here is the introduction to the quality lead in Bremen whom we talked about. She has gone through the same change and is glad to answer questions.",
] as const;

export const theirWords = [
  "Looks useful, we will talk about it internally.",
  "Can it record every ten minutes, also at night?",
  "Thank you, this helped with the audit.",
  "Not before the budget is settled.",
  "Please send it to my colleague in purchasing as well.",
] as const;
