"use server";
import { action } from "#lib/platform/action.ts";
import { answerRequest } from "#lib/rights/answer-request.ts";
import { extendRequest } from "#lib/rights/extend-request.ts";
import { recordRequest } from "#lib/rights/record-request.ts";
import { AnswerRequest, ExtendRequest, RecordRequest } from "#lib/rights/request.ts";

export const answerRequestAction = action(AnswerRequest, answerRequest);
export const extendRequestAction = action(ExtendRequest, extendRequest);
export const recordRequestAction = action(RecordRequest, recordRequest);
