#!/usr/bin/env bash
# The keyed draws under dieharder (Debian's package), streams across consignments, replications, purposes and visits:
#   tests/study/draw-battery.sh > docs/studies/draws.md     some two hours
# Run it from the root of the repository with the Node of node_modules first in PATH.
set -eu

# Test and options: all that dieharder calls good but its lagged sums (which read a hundred times as much) and its test of itself,
# the greatest common divisors with a tenth of their usual sample.
tests=('0' '1' '2' '3' '4' '8' '9' '10' '11' '12' '13' '15' '16' '17 -t 1000000' '100' '101' '102' '200 -n 4' '201 -n 3' '202 -n 5'
  '205' '206' '207' '208' '209')

# rows STREAM SEED TEST: a row for each p-value, the options of its test at the end.
rows() {
  # shellcheck disable=SC2086
  node tests/study/draw-stream.ts "$1" "$2" | dieharder -g 200 -d $3 | awk -F'|' -v stream="$1" -v seed="$2" -v test="$3" '
    $6 ~ /PASSED|WEAK|FAILED/ { gsub(/ /, ""); print "| " stream " | " seed " | " $1 " | " $2 " | " $5 " | " tolower($6) " |" test }'
}

found=$(mktemp)
for stream in consignments replications purposes visits run; do
  for test in "${tests[@]}"; do rows "$stream" battery "$test"; done
done >"$found"

cat <<'TEXT'
# The draws under a battery of tests

Written by `tests/study/draw-battery.sh`: dieharder on 32-bit streams of the keyed draws, laid out so that what runs fastest is
what might betray a pattern: neighbouring consignments, replications, purposes or visits, and draws as a run makes them
(tests/study/draw-stream.ts). A p-value below 0.000001 or above 0.999999 fails; below 0.005 or above 0.995 it is weak, which one in a hundred
must be; the serial test of dieharder 3.31.1 calls two in a hundred weak, nearly all near 1, of the Mersenne twister too (9 of 480). All tests of a
stream read the same numbers from its beginning, so weak ones come together. Each weak one is repeated under five other seeds.

| stream | seed | test | n | p-value | |
|---|---|---|---|---|---|
TEXT
sed 's/|[^|]*$/|/' "$found"
printf '\n## What was weak, under other seeds\n\n| stream | seed | test | n | p-value | |\n|---|---|---|---|---|---|\n'
grep -E ' (weak|failed) ' "$found" | while IFS='|' read -r _ stream _ name n _ _ test; do
  for seed in second third fourth fifth sixth; do
    rows "${stream// /}" "$seed" "$test" | grep -F "|$name|$n|" | sed 's/|[^|]*$/|/'
  done
done
rm "$found"
