# Read by the programs beside it, which need other programs.

# install OTHERWISE PROGRAM=PACKAGE... installs the Debian packages of programs that are missing, or says which
# they are and what happens without them.
install() {
  local otherwise=$1 need missing=()
  shift
  for need in "$@"; do
    command -v "${need%%=*}" || missing+=("${need#*=}")
  done
  if ((${#missing[@]} == 0)); then return; fi
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    printf '%s: install %s\n' "$otherwise" "${missing[*]}" >&2
    return 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
