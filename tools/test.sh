# Every test, and one line at the end that counts them.
source tools/bench.sh

# Chromium, and beside it the same engine without windows: most tests hold themselves to that, it costs a third less.
need_browser() {
  local name
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v chromium-headless-shell >/dev/null; then
    say "Installing Chromium for the browser tests"
    apt-get -qq update &&
      DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install \
        chromium chromium-headless-shell fonts-dejavu-core && return
  fi
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && return
  done
  fail "The browser tests need Chromium: apt install chromium, or put chromium on the PATH."
}

# Firefox and WebKitGTK hold the everyday conversation too, where they are or may be installed; elsewhere it is said that they did not.
want_engines() {
  local missing=""
  command -v firefox-esr firefox >/dev/null || missing="$missing firefox-esr"
  command -v WebKitWebDriver >/dev/null || missing="$missing webkit2gtk-driver"
  command -v Xvfb >/dev/null || missing="$missing xvfb"
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing further browsers for the tests:$missing"
    # shellcheck disable=SC2086
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null && return
  fi
  say "Not tried in every browser, for here there is no:$missing"
}

# Letters are tried with Postfix and Dovecot too, where they are. They are installed only where no system would start them by itself.
want_mail_servers() {
  command -v postfix >/dev/null && command -v dovecot >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && [ ! -d /run/systemd/system ]; then
    say "Installing Postfix and Dovecot for the tests"
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install postfix dovecot-imapd >/dev/null && return
  fi
  say "Not tried with Postfix and Dovecot, for they are not here"
}

# Passed and failed tests of Surefire's and Vitest's reports.
count_tests() {
  node -e '
    const fs = require("fs");
    let passed = 0, failed = 0;
    const folder = "server/target/surefire-reports";
    for (const file of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
      if (!file.startsWith("TEST-")) continue;
      const suite = fs.readFileSync(`${folder}/${file}`, "utf8").match(/<testsuite [^>]*>/)?.[0] ?? "";
      const value = (name) => Number(suite.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0);
      const bad = value("errors") + value("failures");
      failed += bad;
      passed += value("tests") - bad - value("skipped");
    }
    for (const file of process.argv.slice(1)) {
      if (!fs.existsSync(file)) continue;
      const report = JSON.parse(fs.readFileSync(file, "utf8"));
      passed += report.numPassedTests;
      failed += report.numFailedTests;
    }
    console.log(`${passed} passed, ${failed} failed`);' "$@"
}

# A failure does not hide the tests behind it.
run_every_test() {
  local reports=server/target/vitest broken=""
  need_browser
  want_engines
  want_mail_servers
  build_all
  rm -rf server/target/surefire-reports "$reports"
  mkdir -p "$reports"
  say "Tests of the server"
  maven test || broken="$broken server"
  say "Tests of the pages"
  npm test --silent -- --reporter=default --reporter=json --outputFile.json="$root/$reports/pages.json" || broken="$broken pages"
  say "Tests in the browser"
  npm run --silent e2e -- --reporter=default --reporter=json --outputFile.json="$root/$reports/browser.json" || broken="$broken browser"
  say "Killing the server 12 times under load"
  run_benchmark faults --scenes kill --loops 12 --strict --at-most 900 || broken="$broken faults"
  say "$(count_tests "$reports/pages.json" "$reports/browser.json")"
  [ -z "$broken" ] || fail "Not well:$broken"
}
