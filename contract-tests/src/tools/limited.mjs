// Starts a tool, for so long as it may take.
import { run } from "../../../api-spec/src/tools/commands.mjs";

const LIMIT_SECONDS = 300;
const TIMED_OUT = 124;

/** Runs a program as `run` does; throws if it takes too long. */
export async function limited(program, words, { admits = [0], ...options } = {}) {
  const result = await run("timeout", ["-k", "5", String(LIMIT_SECONDS), program, ...words], {
    admits: [...admits, TIMED_OUT],
    ...options,
  });
  if (result.code === TIMED_OUT) throw new Error(`it takes more than ${LIMIT_SECONDS} s`);
  return result;
}
