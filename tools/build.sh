# Builds only what changed: beside each result lies a fingerprint of the sources it came from.

class_path='server/target/classes:server/target/lib/*'

need_maven() {
  need_java javac
  command -v mvn >/dev/null || fail "Beseda is built with Maven: install maven (apt install maven, brew install maven)."
}

need_node() {
  local version
  version=$(node --version 2>/dev/null || true)
  version=${version#v}
  if [ "$(printf '%s\n' 20.19.0 "${version:-0}" | sort -V | head -n 1)" != 20.19.0 ]; then
    fail "The pages are built with Node 20.19 or newer; found ${version:-none}. See nodejs.org, or apt install nodejs npm."
  fi
  command -v npm >/dev/null || fail "The pages are built with npm, which comes with Node: apt install npm."
}

# JAVA_HOME and MAVEN_OPTS of the caller stay in force; the two words only silence Maven's own libraries.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn -f server/pom.xml -B -q "$@"
}

# One number for the names and contents of all files under the given paths.
fingerprint() {
  find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -print0 2>/dev/null |
    xargs -0 cksum | LC_ALL=C sort | cksum
}

# same STAMP FINGERPRINT: true when the result beside the stamp was made from these sources.
same() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

pages_fingerprint() { fingerprint frontend package.json package-lock.json tsconfig.base.json; }

pages_are_built() { [ -d frontend/dist ] && same node_modules/.beseda-pages "$(pages_fingerprint)"; }

server_is_built() {
  [ -d server/target/classes ] && same server/target/.beseda-server "$(fingerprint server/pom.xml server/src/main)"
}

install_node_packages() {
  local lock
  need_node
  lock=$(fingerprint package-lock.json)
  same node_modules/.beseda-lock "$lock" && return
  say "Fetching the libraries of the pages"
  npm ci --no-audit --no-fund --loglevel=error
  printf '%s' "$lock" >node_modules/.beseda-lock
}

build_pages() {
  local sources
  pages_are_built && return
  install_node_packages
  say "Building the pages"
  sources=$(pages_fingerprint)
  npm run --silent build
  printf '%s' "$sources" >node_modules/.beseda-pages
}

build_server() {
  local sources
  need_java javac
  server_is_built && return
  need_maven
  say "Building the server"
  sources=$(fingerprint server/pom.xml server/src/main)
  rm -rf server/target/lib
  # Without the libraries of the tests, see server/pom.xml.
  maven -Dbeseda.run compile dependency:copy-dependencies@lib
  printf '%s' "$sources" >server/target/.beseda-server
}

# Server and pages side by side: on a new machine most of the time goes into fetching.
build_all() {
  need_java javac
  pages_job=
  if ! pages_are_built; then
    need_node
    build_pages &
    pages_job=$!
    trap 'kill "$pages_job" 2>/dev/null || true' EXIT
  fi
  build_server
  if [ -n "$pages_job" ]; then
    wait "$pages_job" || fail "The pages could not be built; the reason stands above."
    trap - EXIT
  fi
  if ! diff -rq frontend/dist server/target/classes/frontend >/dev/null 2>&1; then
    rm -rf server/target/classes/frontend
    cp -R frontend/dist server/target/classes/frontend
  fi
}

# Spotless does not look outside its module.
link_benchmarks() {
  mkdir -p server/target
  ln -sfn ../../bench server/target/bench
}
