import { z } from "zod";

export const Role = z.enum(["rep", "manager", "admin"]);
export type Role = z.infer<typeof Role>;

/** What each role may do beyond working its own team's records. */
const allowed = {
  rep: [],
  manager: ["see-all-teams", "override-value-or-cadence", "correct-any-touch", "merge-any-record", "see-overview", "manage-suppression"],
  admin: [
    "see-all-teams",
    "override-value-or-cadence",
    "correct-any-touch",
    "merge-any-record",
    "see-overview",
    "manage-suppression",
    "manage-people",
    "manage-api-keys",
    "manage-policy",
    "manage-mail",
    "answer-data-requests",
  ],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof allowed)["admin"][number];

export function may(actor: { role: Role }, permission: Permission): boolean {
  return (allowed[actor.role] as readonly string[]).includes(permission);
}
