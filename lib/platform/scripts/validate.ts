// npm run validate: what the model expects beside what the data of others show; where the data are absent it says so.
import { report } from "#tests/validation/report.ts";

console.log(report());
