# Finds a JDK 25 and makes it JAVA_HOME: the one that is set, the one on the PATH, or one in the usual folders.
is_25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null; }
find_25() {
  for home in "${JAVA_HOME:-}" "${JAVA_25_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /none/none/none)")")")" \
    /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_25 "$home"; then
      echo "$home"
      return
    fi
  done
}
JAVA_HOME=$(find_25)
if [ -z "$JAVA_HOME" ]; then
  echo "No JDK 25 was found. Install one, or set JAVA_HOME to it." >&2
  exit 2
fi
export JAVA_HOME
