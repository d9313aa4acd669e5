// Stands between a tool and a server: counts requests, begins each on a fresh world if it is told to, and lets faults strike.
import { createServer, request as send } from "node:http";

export class Proxy {
  count = 0;

  /**
   * @param server what is asked; if it has a control API, nobody sees that
   * @param faults what goes wrong on purpose
   * @param fresh whether each request finds the world as it was in the beginning
   */
  static async start(server, { faults = [], fresh = false } = {}) {
    const proxy = new Proxy(server, faults, fresh);
    proxy.listener = createServer((request, response) => proxy.#serve(request, response));
    await new Promise((resume) => proxy.listener.listen(0, "127.0.0.1", resume));
    proxy.url = `http://127.0.0.1:${proxy.listener.address().port}`;
    return proxy;
  }

  constructor(server, faults, fresh) {
    Object.assign(this, { server, faults, fresh });
  }

  stop() {
    this.listener.closeAllConnections();
    this.listener.close();
  }

  async #serve(incoming, response) {
    const body = Buffer.concat(await incoming.toArray());
    const request = { method: incoming.method, url: incoming.url, headers: incoming.headers, body };
    this.count++;
    try {
      const answer = await this.#answer(request);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      response.destroy();
    }
  }

  async #answer(request) {
    if (request.url.startsWith("/_twin")) {
      return { status: 404, headers: { "content-type": "text/plain" }, body: "" };
    }
    if (this.fresh && this.server.reset) await this.server.reset();
    const forward = (to) => this.#forward(to);
    const fault = this.faults.find((one) => one.strikes(request));
    return fault ? fault.answer(request, forward) : forward(request);
  }

  #forward({ method, url, headers, body }) {
    const plain = { ...headers, "accept-encoding": "identity" };
    return new Promise((resolve, reject) => {
      const asked = send(this.server.url + url, { method, headers: plain }, async (answer) => {
        try {
          const came = Buffer.concat(await answer.toArray());
          const { "transfer-encoding": _, connection: __, ...kept } = answer.headers;
          resolve({ status: answer.statusCode, headers: kept, body: came });
        } catch (e) {
          reject(e);
        }
      });
      asked.on("error", reject).end(body);
    });
  }
}
