const names =
  "alabama AL alaska AK arizona AZ arkansas AR california CA colorado CO connecticut CT delaware DE florida FL georgia GA hawaii HI idaho ID illinois IL indiana IN iowa IA kansas KS kentucky KY louisiana LA maine ME maryland MD massachusetts MA michigan MI minnesota MN mississippi MS missouri MO montana MT nebraska NE nevada NV new_hampshire NH new_jersey NJ new_mexico NM new_york NY north_carolina NC north_dakota ND ohio OH oklahoma OK oregon OR pennsylvania PA rhode_island RI south_carolina SC south_dakota SD tennessee TN texas TX utah UT vermont VT virginia VA washington WA west_virginia WV wisconsin WI wyoming WY district_of_columbia DC puerto_rico PR".split(
    " ",
  );
const codes = new Map(names.flatMap((name, i) => (i % 2 === 0 ? [[name.replaceAll("_", " "), names[i + 1]!] as const] : [])));
const known = new Set(codes.values());

/** The two letters of a state of the United States, from its name or code in any case; null: it is none of them. */
export function readState(text: string): string | null {
  const plain = text.trim().toLowerCase();
  const code = plain.toUpperCase();
  return codes.get(plain) ?? (known.has(code) ? code : null);
}
