# Finds Java 25 or newer. Sourced by ./beseda and by the packaged product, so it knows nothing of either.

# The version in a Java home's `release` file, such as 25.0.1; nothing when that is no Java home.
java_version() { sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release" 2>/dev/null || true; }

java_homes() {
  local java
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  java=$(readlink -f "$(command -v java)" 2>/dev/null) && dirname "$(dirname "$java")"
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v 25+ 2>/dev/null || true
  ls -d /usr/lib/jvm/*/ /opt/java/*/ "$HOME"/.sdkman/candidates/java/*/ \
    /Library/Java/JavaVirtualMachines/*/Contents/Home/ 2>/dev/null
}

# Sets JAVA_HOME. $1 is the program it must hold: java to run, javac to build.
need_java() {
  local program=$1 home version seen=""
  while read -r home; do
    home=${home%/}
    version=$(java_version "$home")
    [ -n "$version" ] || continue
    if [ "${version%%.*}" -ge 25 ] && [ -x "$home/bin/$program" ]; then
      export JAVA_HOME=$home
      return
    fi
    seen="$seen
  $version in $home"
  done < <(java_homes)
  printf '%s\n' "Beseda needs JDK 25 or newer. Install temurin-25-jdk or openjdk-25-jdk (Debian, Ubuntu)," \
    "openjdk@25 (Homebrew), or name one: JAVA_HOME=/path/to/jdk-25. Found: ${seen:-no Java at all}" >&2
  exit 2
}

# Fills java_options: what the server always runs with, and BESEDA_JAVA_OPTS, which may name another collector.
read_java_options() {
  # A small heap to begin with: Java would take 1/64 of the machine at once. It grows to what is needed, but its nursery only
  # at a full collection: with less than 12 MB a flood of messages ends in 27 collections a second, and answers of 16 s.
  java_options=(-Xms32m -XX:NewSize=12m -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  # What the compiler of the start took and gave back goes to the machine again: 6 MB less of an idle server.
  java_options+=(-XX:TrimNativeHeapInterval=2000)
  # Without memory nothing can be trusted any more: the server ends, and whoever watches over it starts it anew.
  java_options+=(-XX:+ExitOnOutOfMemoryError)
  case ${BESEDA_JAVA_OPTS:-} in
    *-XX:+Use*GC*) ;;
    *) java_options+=(-XX:+UseSerialGC) ;;
  esac
  # Unquoted: the variable holds several options.
  # shellcheck disable=SC2206
  java_options+=(${BESEDA_JAVA_OPTS:-})
  # Two pools of native memory instead of eight for each core: some megabytes less, and no slower.
  export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
}
