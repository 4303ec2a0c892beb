/** Those at the top of a company hear from everybody. */
const atTheTop =
  /\b(c[efimot]o|chief|president|founder|owner|managing director|geschäftsführ\w*|vorstand|pdg|directeur général|directrice générale)\b/iu;

/** Whether a job title is one of those at the top (V6); no title is none. */
export const isSenior = (jobTitle: string | null): boolean => jobTitle !== null && atTheTop.test(jobTitle);
