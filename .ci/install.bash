# Read by the programs beside it, which need other programs.

# install NAME PROGRAM=PACKAGE... installs the Debian packages of programs that are missing, or says who
# misses them.
install() {
  local name=$1 need missing=()
  shift
  for need in "$@"; do
    command -v "${need%%=*}" || missing+=("${need#*=}")
  done
  if ((${#missing[@]} == 0)); then return; fi
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    printf '%s: install %s\n' "$name" "${missing[*]}" >&2
    return 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
