# Builds the benchmarks, and the bundles that they measure, where a source is newer. Sourced by the scripts beside it,
# which name themselves in $name and the root of the tree in $root.

say() {
    echo "$name: $*" >&2
}

fail() {
    say "$*"
    exit 1
}

target=$root/benchmarks/target
class_path=$target/classpath

changed_source() {
    find "$root/pom.xml" "$root/benchmarks/pom.xml" "$root/benchmarks/src/main" \
        "$root"/bundles/*/pom.xml "$root"/bundles/*/src/main -type f -newer "$class_path" 2>/dev/null | head -n 1
}

build() {
    [ -f "$class_path" ] && [ -z "$(changed_source)" ] && return
    command -v mvn >/dev/null || fail "cannot build: Maven's mvn is not on the PATH"
    say "building ..."
    mkdir -p "$target"
    begun=$target/begun
    touch "$begun"
    if ! mvn -B -ntp -f "$root/pom.xml" -Pbenchmarks -pl benchmarks -am -DskipTests package >"$target/build.log" 2>&1; then
        tail -n 30 "$target/build.log" >&2
        fail "the build failed; all of it is in $target/build.log"
    fi
    # A source that was changed while the build ran counts as newer.
    touch -r "$begun" "$class_path"
}

# The JVM that Maven uses; it starts the workers on the oldest and on the newest JDK that it finds.
find_java() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    command -v "$java" >/dev/null || fail "no java on the PATH"
}

# Runs a main class with arguments.
run_java() {
    exec "$java" "-Dblockspin.root=$root" "-Dblockspin.compiler=${compiler_name:-}" \
        -cp "$target/blockspin-benchmarks.jar:$(cat "$class_path")" "$@"
}
