// The server of canned answers that the tests of this module have.
import { join } from "node:path";
import { freePort, program, wiremockJar } from "./mocks.mjs";

export async function canned({ root, tools }) {
  const target = join(root, "contract-tests/target");
  const port = await freePort();
  const classes = [join(target, "test-classes"), join(target, "contract-tests.jar"), await wiremockJar(root, tools)].join(":");
  const words = ["-cp", classes, "dev.hubtwin.internal.contract.foreign.CannedServer", port];
  return program("java", words, port, join(tools, "canned.log"));
}
