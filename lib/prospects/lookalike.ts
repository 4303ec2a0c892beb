/** Another record that may be the same person, and by what. */
export type Lookalike = { id: string; name: string; by: "email" | "phone" | "name" };
