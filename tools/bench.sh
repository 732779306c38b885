# Benchmarks: source programs of bench/ that start servers of their own.

# The libraries of the tests: a PostgreSQL to measure with is among them.
read_test_class_path() {
  local list=server/target/test-class-path sources
  sources=$(fingerprint server/pom.xml)
  if ! same "$list.of" "$sources"; then
    need_maven
    maven dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-class-path
    printf '%s' "$sources" >"$list.of"
  fi
  test_class_path=$(cat "$list")
}

# run_benchmark NAME [options]; the server and the pages are built.
run_benchmark() {
  read_test_class_path
  read_java_options
  "$JAVA_HOME/bin/java" "${java_options[@]}" -cp "$class_path:$test_class_path" bench/Bench.java "$@"
}
