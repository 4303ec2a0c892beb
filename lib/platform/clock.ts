import "server-only";
import { cache } from "react";

/** The instant of the current request, the same for everything a page reads. */
export const requestTime = cache(() => new Date());
