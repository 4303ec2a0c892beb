import type { Role } from "#lib/people/roles.ts";

export const roleNames: Record<Role, string> = { rep: "Rep", manager: "Manager", admin: "Admin" };

export const roleHints: Record<Role, string> = {
  rep: "works the records of their team",
  manager: "sees all teams and may override value or cadence",
  admin: "also manages people and API keys",
};
