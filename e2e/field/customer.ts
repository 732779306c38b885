import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A customer's own site on another host name than ours: for a browser the window in it is a third party's. */
export class Customer {
  /** The key that stands in the snippet; set before the page is opened. */
  key = "unknown";

  private constructor(
    private readonly server: Server,
    private readonly host: string,
  ) {}

  /**
   * @param beseda our server's address
   * @param strict the page forbids everything but what our documentation asks to allow
   */
  static async open(beseda: string, { strict = true } = {}): Promise<Customer> {
    const server = createServer((asked, answer) => {
      if (asked.url !== "/") {
        answer.writeHead(404).end();
        return;
      }
      answer.setHeader("Content-Type", "text/html; charset=utf-8");
      if (strict) answer.setHeader("Content-Security-Policy", policy(beseda));
      answer.end(page(beseda, customer.key, strict ? "" : openShadows));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const customer = new Customer(server, new URL(beseda).hostname === "localhost" ? "127.0.0.1" : "localhost");
    return customer;
  }

  /** Of `localhost` and `127.0.0.1` the one that ours is not: two sites in a browser's eyes. */
  get origin(): string {
    return `http://${this.host}:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}

function policy(beseda: string): string {
  return [
    "default-src 'none'",
    `script-src ${beseda}`,
    `frame-src ${beseda}`,
    `connect-src ${beseda} ${beseda.replace("http", "ws")}`,
    `img-src ${beseda}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** What `prepare` does where a test can't put a script before the page's own. */
const openShadows = `<script>{
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: "open" }); };
}</script>`;

/** @param first stands before everything else */
function page(beseda: string, key: string, first: string): string {
  return `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><title>Строгая страница</title>${first}<script async src="${beseda}/loader.js" data-site="${key}"></script></head>
<body><main><h1>Строгая страница</h1><p>Здесь разрешено только самое нужное.</p></main></body>
</html>`;
}
