import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { flags, placeOfChromium } from "./browser";

/** Nobody's machine: such words are dropped where they arrive, and neither end is told. */
const nobody = "02:00:00:00:00:99";

function ip(...words: string[]): string {
  return execFileSync("ip", words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/**
 * A cable of its own between this machine and a browser in a network namespace: what a laptop in another room has.
 * Needs Linux, the right to make namespaces, and iproute2.
 */
export class Network {
  private readonly folder = mkdtempSync(join(tmpdir(), "beseda-network-"));
  private readonly here = `bes${process.pid}h`;
  private readonly there = `bes${process.pid}t`;
  private readonly space = `beseda-${process.pid}`;
  private readonly addresses = [`10.213.${process.pid & 0xff}.1`, `10.213.${process.pid & 0xff}.2`] as const;
  private browser: Browser | null = null;

  /** Whether this machine lets us make one. */
  static isPossible(): boolean {
    const probe = `beseda-probe-${process.pid}`;
    try {
      ip("netns", "add", probe);
      ip("netns", "delete", probe);
      return true;
    } catch {
      return false;
    }
  }

  static begin(): Network {
    const network = new Network();
    const { here, there, space, addresses } = network;
    ip("netns", "add", space);
    ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", space);
    ip("address", "add", `${addresses[0]}/30`, "dev", here);
    ip("link", "set", here, "up");
    ip("-n", space, "address", "add", `${addresses[1]}/30`, "dev", there);
    ip("-n", space, "link", "set", there, "up");
    ip("-n", space, "link", "set", "lo", "up");
    return network;
  }

  /** A server of this machine as the browser over there sees it. */
  address(server: string): string {
    return `http://${this.addresses[0]}:${new URL(server).port}`;
  }

  /** A browser at the far end. */
  async openChromium(): Promise<Browser> {
    const starter = join(this.folder, "chromium");
    writeFileSync(starter, `#!/bin/sh\nexec ip netns exec ${this.space} ${placeOfChromium()} "$@"\n`);
    chmodSync(starter, 0o755);
    this.browser = await chromium.launch({ executablePath: starter, args: flags });
    return this.browser;
  }

  /** From now on nothing arrives at either end; the cable still seems to be in. */
  fallSilent(): void {
    const [host, guest] = this.addresses;
    ip("neighbour", "replace", guest, "lladdr", nobody, "nud", "permanent", "dev", this.here);
    ip("-n", this.space, "neighbour", "replace", host, "lladdr", nobody, "nud", "permanent", "dev", this.there);
  }

  async end(): Promise<void> {
    await this.browser?.close();
    ip("link", "delete", this.here);
    ip("netns", "delete", this.space);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
