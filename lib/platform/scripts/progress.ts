import { goOn } from "#lib/platform/scripts/run.ts";

/** Prints one line a step: what is being done, then how it went and the seconds it took. */
export function progress(total: number) {
  let done = 0;
  return async <T>(title: string, work: () => Promise<T>, outcome: (result: T) => string = () => ""): Promise<T> => {
    goOn();
    process.stdout.write(`${(done += 1)}/${total} ${title} … `);
    const started = performance.now();
    try {
      const result = await work();
      const said = outcome(result);
      process.stdout.write(`${said && `${said}, `}${seconds(performance.now() - started)}\n`);
      return result;
    } catch (error) {
      process.stdout.write("\n");
      throw error;
    }
  };
}

export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
