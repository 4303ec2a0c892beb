"use server";
import { ChangeRole, changeRole } from "#lib/people/change-role.ts";
import { CreateTeam, createTeam } from "#lib/people/create-team.ts";
import { DeactivateMember, deactivateMember } from "#lib/people/deactivate-member.ts";
import { InviteMember, inviteMember } from "#lib/people/invite-member.ts";
import { MoveToTeam, moveToTeam } from "#lib/people/move-to-team.ts";
import { ReactivateMember, reactivateMember } from "#lib/people/reactivate-member.ts";
import { ResetMember, resetMember } from "#lib/people/reset-member.ts";
import { RevokeInvitation, revokeInvitation } from "#lib/people/revoke-invitation.ts";
import { action } from "#lib/platform/action.ts";

export const inviteAction = action(InviteMember, inviteMember);
export const revokeAction = action(RevokeInvitation, revokeInvitation);
export const resetAction = action(ResetMember, resetMember);
export const deactivateAction = action(DeactivateMember, deactivateMember);
export const reactivateAction = action(ReactivateMember, reactivateMember);
export const changeRoleAction = action(ChangeRole, changeRole);
export const moveToTeamAction = action(MoveToTeam, moveToTeam);
export const createTeamAction = action(CreateTeam, createTeam);
